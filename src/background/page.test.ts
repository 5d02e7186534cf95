import { describe, expect, it, vi } from 'vitest';
import { DocumentReader } from '../engine/documents/document.ts';
import type { Relevance } from '../engine/relevance/relevance.ts';
import type { SecondStage } from '../engine/relevance/second-stage.ts';
import { Engine } from '../engine/suggest.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import type { ToPage } from '../platform/messages.ts';
import { Page, type PageContext } from './page.ts';
import { WorkQueue } from './queue.ts';

/** A model that leaves every block to the encoder. */
const undecided: Relevance = {
  thresholds: () => ({ mark: 0.9, panel: 0.5, beside: 0.5 }),
  isOpen: () => true,
  rank: () => [],
  nearest: () => new Map(),
};

/** A page whose encoder is there when the test says so, and what the encoder was asked. */
function lab() {
  const asked: string[] = [];
  const stage = {
    scores: (text: string) => {
      asked.push(text);
      return {
        topics: new Float32Array(),
        worth: 0,
        notes: new Map(),
        contributions: () => new Float32Array(),
      };
    },
  };
  let load: () => void = () => undefined;
  const loaded = new Promise<SecondStage>((resolve) => {
    load = () => resolve(stage as unknown as SecondStage);
  });
  const posted: ToPage[] = [];
  const context: PageContext = {
    engine: new Engine([], undecided),
    reader: new DocumentReader({ documents: [], families: [], checks: [] }),
    library: {} as GuidanceIndex,
    queue: new WorkQueue(),
    secondStage: () => loaded,
    mayMark: () => true,
    isExcluded: () => false,
    changed: () => undefined,
    heard: () => undefined,
    told: async () => ({ state: {}, version: '' }),
    correctedKind: async () => undefined,
  };
  const wire = { post: (message: ToPage) => void posted.push(message), close: () => undefined };
  const page = new Page(1, 0, 'https://example.org', wire, context);
  const write = (revision: number, ...texts: string[]) =>
    page.receive({
      ...{
        kind: 'blocks',
        surface: 's',
        revision,
        by: 'me',
        partial: false,
        order: texts,
        caret: texts.at(-1),
      },
      changed: texts.map((text) => ({ id: text, type: 'paragraph', text })),
    });
  const answered = () => posted.map((message) => message.kind === 'hints' && message.revision);
  return { write, answered, asked, load: () => load() };
}

const FIRST = 'We moved the parcels to the other queue last week.';
const SECOND = 'Nobody has looked at the returns of the parcels since.';

describe('a page of the background', () => {
  it('answers an edit while the encoder still loads', async () => {
    const { write, answered, asked } = lab();
    write(1, FIRST);
    await vi.waitFor(() => expect(answered()).toContain(1));
    write(2, FIRST, SECOND);
    await vi.waitFor(() => expect(answered()).toContain(2));
    expect(asked).toEqual([]);
  });

  it('asks the encoder for the text as it is now, the block of the caret first', async () => {
    const { write, answered, asked, load } = lab();
    write(1, 'This was there before it was edited again and again.');
    await vi.waitFor(() => expect(answered()).toContain(1));
    write(2, FIRST, SECOND);
    await vi.waitFor(() => expect(answered()).toContain(2));
    load();
    await vi.waitFor(() => expect(asked).toEqual([SECOND, FIRST]));
  });
});
