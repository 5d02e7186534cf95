// What the panel shows: the state of one tab, live, and which of its stops is open.
import { signal } from '@preact/signals';
import type { Kind } from '../../engine/types.ts';
import { ask } from '../../platform/ask.ts';
import { followTab } from '../../platform/follow.ts';
import type { ListedHint, SectionState, TabState } from '../../platform/messages.ts';
import { originOf } from '../../platform/permissions.ts';
import { type ShownTab, tabInFront, watchTabInFront } from '../../platform/tabs.ts';
import { t } from '../words.ts';

export const tab = signal<ShownTab | null>(null);
export const state = signal<TabState | null>(null);
/** The stop that is open; one at a time. */
export const opened = signal('');
/** What was last done. */
export const said = signal('');

let following: { end: AbortController; again(): void } | null = null;

/** Follows the tab in front until `signal` aborts. */
export function startPanel(signal: AbortSignal): void {
  const turn = () => void follow(signal);
  watchTabInFront(turn, signal);
  // A line that closed is opened again when the person turns to the panel.
  for (const event of ['focus', 'pointerenter', 'visibilitychange']) {
    window.addEventListener(event, () => following?.again(), { signal, capture: true });
  }
  turn();
}

async function follow(signal: AbortSignal): Promise<void> {
  const front = await tabInFront();
  if (front && front.id === tab.value?.id) {
    tab.value = front;
    following?.again();
    return;
  }
  following?.end.abort();
  following = null;
  tab.value = front;
  state.value = null;
  opened.value = '';
  if (!front || !originOf(front.url)) return;
  const end = new AbortController();
  const line = followTab(
    front.id,
    (next) => {
      state.value = next;
    },
    AbortSignal.any([signal, end.signal]),
  );
  following = { end, again: line.again };
}

/** Goes to a hint's paragraph. */
export async function reveal(stop: Pick<ListedHint, 'surface' | 'block'> | SectionState): Promise<void> {
  if (!tab.value || !stop.surface || !stop.block) return;
  await ask({ kind: 'reveal', tab: tab.value.id, surface: stop.surface, block: stop.block });
}

/** Answers a hint; "Done" is useful, and takes it off the list. */
export async function answer(
  { surface, block, note }: ListedHint,
  how: 'useful' | 'not-here',
): Promise<void> {
  if (!tab.value) return;
  await ask({ kind: 'answer', tab: tab.value.id, surface, block, note, said: how });
  said.value = how === 'useful' ? t('panel.doneSaid') : t('panel.notHereSaid');
}

/** Corrects the kind of the document, or leaves it to Staffwise again. */
export async function correctKind(kind: Kind | null): Promise<void> {
  if (tab.value) await ask({ kind: 'document-kind', tab: tab.value.id, documentKind: kind });
}

/** Shows hints again that are hidden or put off. */
export async function showAgain(): Promise<void> {
  if (!tab.value || !state.value) return;
  if (state.value.presenting) await ask({ kind: 'presenting', on: false });
  else await ask({ kind: 'later', tab: tab.value.id, until: 'now' });
}

/** Copies a text and says so. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  said.value = t('panel.copied');
}
