// What the panel shows: the state of one tab, live, and which of its stops is open.
import { computed, signal } from '@preact/signals';
import type { Kind } from '../../engine/types.ts';
import { ask } from '../../platform/ask.ts';
import { followTab } from '../../platform/follow.ts';
import type { TabState } from '../../platform/messages.ts';
import { originOf } from '../../platform/permissions.ts';
import { type ShownTab, tabInFront, watchTabInFront } from '../../platform/tabs.ts';
import { t, wordsOf } from '../words.ts';
import { reviewMarkdown, reviewPrompt, written } from './copies.ts';
import { type Memory, NO_MEMORY, remember, routeOf, type Stop } from './route.ts';

export type Filter = 'all' | 'missing' | 'hints' | 'done';

export const tab = signal<ShownTab | null>(null);
export const state = signal<TabState | null>(null);
/** The stop that is open; one at a time. */
export const opened = signal('');
export const filter = signal<Filter>('all');
/** What was last done. */
export const said = signal('');
/** A text that the clipboard did not take: it is shown, so that it can be selected. */
export const refused = signal('');
/** Whether "Copy as prompt" takes the document's text along. */
export const withText = signal(false);
const memory = signal<Memory>(NO_MEMORY);

/** The stops of the document. */
export const route = computed<Stop[]>(() => (state.value ? routeOf(state.value, memory.value) : []));
/** Notes that are more likely than not for the passage at the caret. */
export const possible = computed<Stop[]>(() =>
  (state.value?.possible ?? []).map((hint) => ({
    kind: 'hint',
    id: `possible:${hint.note}`,
    part: hint.note,
    at: hint.at ?? 0,
    hint,
  })),
);

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
  // A new tab is followed once it shows a page of the web.
  if (front && following && front.id === tab.value?.id) {
    tab.value = front;
    following.again();
    return;
  }
  following?.end.abort();
  following = null;
  tab.value = front;
  state.value = null;
  opened.value = '';
  if (!front || !originOf(front.url)) return;
  const end = new AbortController();
  const line = followTab(front.id, take, AbortSignal.any([signal, end.signal]));
  following = { end, again: line.again };
}

function take(next: TabState): void {
  state.value = next;
  memory.value = remember(memory.value, next);
  openAtCaret(next);
}

/** The hint at the caret opens by itself, but only while nothing in the panel has the focus. */
function openAtCaret({ caret }: TabState): void {
  if (!caret || document.hasFocus()) return;
  const here = route.value.find(
    (stop) =>
      (stop.kind === 'hint' && stop.hint.block === caret) ||
      (stop.kind === 'check' && stop.check.block === caret),
  );
  if (here) opened.value = here.id;
}

/** Opens a stop, or closes it, and goes to its place in the page. */
export function toggle(stop: Stop): void {
  const opens = opened.value !== stop.id;
  opened.value = opens ? stop.id : '';
  if (opens) void reveal(stop);
}

/** Goes to the paragraph of a stop. */
export async function reveal(stop: Stop): Promise<void> {
  const { surface, block } = placeOf(stop);
  if (!tab.value || !surface || !block) return;
  await ask({ kind: 'reveal', tab: tab.value.id, surface, block });
}

function placeOf(stop: Stop): { surface?: string; block?: string } {
  if (stop.kind === 'hint') return stop.hint;
  if (stop.kind === 'check') return stop.check;
  return stop.kind === 'done' ? {} : stop.section;
}

/** Answers a stop: "Done" is useful, and takes it off the list; "Not here" holds for this document. */
export async function answer(stop: Stop, how: 'useful' | 'not-here'): Promise<void> {
  const { surface = state.value?.surface, block = '' } = placeOf(stop);
  if (!tab.value || !surface) return;
  if (how === 'not-here')
    memory.value = { ...memory.value, dropped: new Set([...memory.value.dropped, stop.id]) };
  await ask({ kind: 'answer', tab: tab.value.id, surface, block, note: stop.part, said: how });
  said.value = how === 'useful' ? t('panel.doneSaid') : t('panel.notHereSaid');
}

/** Has the document's own export read: the one request that is ever made, and only out of this press. */
export async function readExport(): Promise<void> {
  if (tab.value) await ask({ kind: 'export', tab: tab.value.id });
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

/** What a stop copies: a skeleton, a sentence, or (on somebody else's text) a comment. */
export function copyOf(stop: Stop): string {
  const theirs = state.value?.by === 'other';
  if (stop.kind === 'gap') {
    const { name, why, skeleton } = stop.section;
    return theirs ? t('panel.gapComment', [name, why]) : skeleton;
  }
  if (stop.kind === 'check') return stop.check.comment;
  if (stop.kind === 'hint') return theirs ? stop.hint.comment : stop.hint.copy;
  return '';
}

/** Copies a text and says so; where the clipboard refuses, the text is shown. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    refused.value = '';
    said.value = t('panel.copied');
  } catch {
    refused.value = text;
    said.value = t('panel.copyRefused');
  }
}

/** Copies the whole review as Markdown. */
export async function copyReview(): Promise<void> {
  const review = writtenReview();
  if (review) await copy(reviewMarkdown(review));
}

/** Copies the review as a prompt; the document's text only if the person ticked it. */
export async function copyPrompt(): Promise<void> {
  const review = writtenReview();
  if (!review || !tab.value) return;
  const text = withText.value ? await ask({ kind: 'document-text', tab: tab.value.id }) : '';
  await copy(reviewPrompt(review, text));
}

function writtenReview() {
  const shown = state.value;
  return shown && written(shown, route.value, wordsOf('kinds', shown.kind));
}
