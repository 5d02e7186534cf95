// What extension pages ask of the background, one handler a message.
import * as v from 'valibot';
import type { Engine } from '../engine/suggest.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import { type Answers, type FromUi, fromUi } from '../platform/messages.ts';
import { presenting } from '../settings/settings.ts';
import { listed } from './guidance.ts';
import type { PageContext } from './page.ts';
import type { Pages } from './pages.ts';
import type { Quiet } from './quiet.ts';

type Handlers = { [K in FromUi['kind']]: (message: Extract<FromUi, { kind: K }>) => Promise<Answers[K]> };

/** Answers messages of extension pages. @throws where a message does not fit its schema */
export function uiHandler(
  engine: Engine,
  library: GuidanceIndex,
  pages: Pages,
  quiet: Quiet,
  secondStage: PageContext['secondStage'],
): (raw: unknown) => Promise<unknown> {
  const handlers: Handlers = {
    tab: (message) => pages.stateOf(message.tab),
    show: async ({ tab, surface, block, note }) =>
      pages.post(tab, surface, { kind: 'show', surface, block, note }),
    reveal: async ({ tab, surface, block }) => pages.post(tab, surface, { kind: 'reveal', surface, block }),
    answer: ({ tab, surface, block, note, said }) => pages.answer(tab, { surface, block, note, said }),
    undo: ({ tab, note }) => pages.undo(tab, note),
    export: async ({ tab }) => pages.postToAll(tab, { kind: 'export' }),
    presenting: async ({ on }) => {
      await presenting.set(on);
      return on;
    },
    later: async ({ tab, until }) => {
      await quiet.later(until, tab, (await pages.stateOf(tab)).site ?? '');
      return true;
    },
    'document-kind': ({ tab, documentKind }) => pages.correctKind(tab, documentKind),
    'document-text': async ({ tab }) => pages.textOf(tab),
    // What is found by words stands in the popup already; these rows follow, at once where the encoder is awake.
    ideas: async ({ query }) => engine.nearest(query, (await secondStage())?.scores(query)),
    suggest: async ({ text }) => {
      const block = { id: 'pasted', type: 'paragraph' as const, text };
      const scores = engine.isOpen({ text }) ? (await secondStage())?.scores(text) : undefined;
      return engine
        .suggest({ text }, {}, scores)
        .map((hint) => listed(hint, block, 'pasted', 'me', library))
        .filter((hint) => hint !== null);
    },
  };
  return (raw) => {
    const message = v.parse(fromUi, raw);
    return (handlers[message.kind] as (message: FromUi) => Promise<unknown>)(message);
  };
}
