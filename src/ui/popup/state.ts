// What the popup knows, as signals: the tab in front, what was typed, which row is selected, what is being read.
import { computed, effect, signal } from '@preact/signals';
import * as v from 'valibot';
import { titles } from '../../library/titles.ts';
import type { Database } from '../../notes/database.ts';
import { localDate } from '../../notes/date.ts';
import { ideasOf } from '../../notes/day.ts';
import { type Entry, entryOfTitle } from '../../notes/entry.ts';
import { untold } from '../../notes/notice.ts';
import { openShelf, type Shelf, titleShelf, withLibrary, withoutOwn } from '../../notes/shelf.ts';
import { ask } from '../../platform/ask.ts';
import type { ListedHint, TabState } from '../../platform/messages.ts';
import { originOf, watchGrants } from '../../platform/permissions.ts';
import { stored } from '../../platform/storage.ts';
import { type ShownTab, tabInFront } from '../../platform/tabs.ts';
import { presenting, sites } from '../../settings/settings.ts';
import { afterFrame } from '../after-frame.ts';
import { openingSays } from '../opening.ts';
import { settingSignal } from '../setting.ts';
import { isOn } from '../sites.ts';
import { t } from '../words.ts';

/** One line of the list. */
export type Row = { kind: 'hint'; id: string; hint: ListedHint } | { kind: 'note'; id: string; entry: Entry };

/** Rows under one heading. */
export interface Group {
  name: 'page' | 'possible' | 'pasted' | 'pinned' | 'found' | 'nearest' | 'idea' | 'library';
  rows: Row[];
}

const LISTED = 40;
/** What the best must hold of several words, and of a single one, which may be misspelt twice. */
const LEAST_COVERAGE = 0.55;
const LEAST_OF_ONE = 0.35;
const RECENT = 6;
/** After the first frame come one's own notes, then the whole library. */
const OWN_MS = 50;
const PREPARE_MS = 300;
/** What stands below the empty field waits this long for what the page and one's own notes add: rows do not move. */
const SETTLE_MS = 500;

const draft = stored(
  'popupDraft',
  v.object({ typed: v.string(), pasted: v.string() }),
  { typed: '', pasted: '' },
  'session',
);

const presentingNow = settingSignal(presenting);
let opened: Promise<Database> | undefined;

/** The person's database; its code comes after the first frame, since the library is found without it. */
export function database(): Promise<Database> {
  opened ??= import('../../notes/database.ts').then(({ openDatabase }) => openDatabase());
  return opened;
}
const whole = signal<Shelf>(titleShelf);
/** What can be found now: while presenting, the library alone. */
export const shelf = computed(() => (presentingNow.value ? withoutOwn(whole.value) : whole.value));
/** The database did not open; the library goes on working. */
export const fault = signal(false);
export const typed = signal('');
export const pasted = signal('');
export const pastedHints = signal<ListedHint[] | null>(null);
export const selected = signal(0);
const readId = signal('');
/** What is read, as it is known now: at first its title and line, then all of it. */
export const reading = computed(() => shelf.value.entries.get(readId.value) ?? null);

/** Opens a note to read, or goes back to the list. */
export function showNote(entry: Entry | null): void {
  readId.value = entry?.id ?? '';
  if (entry) void readLibrary();
}

export const tab = signal<ShownTab | null>(null);
/** The site of the tab in front; null where it has none that could be turned on. */
export const site = computed(() => originOf(tab.value?.url));
export const siteOn = signal(false);
export const page = signal<TabState | null>(null);
/** What was last done, said at the foot. */
export const said = signal('');
/** What was last done stands in the record, where it can be completed. */
export const inRecord = computed(() => said.value === t('popup.recorded'));
/** What was typed was there from before. */
export const restored = signal(false);

const noteRow = (entry: Entry): Row => ({ kind: 'note', id: `note-${entry.id}`, entry });
const hintRow =
  (group: string) =>
  (hint: ListedHint): Row => ({
    kind: 'hint',
    id: `${group}-${hint.surface}-${hint.block}-${hint.note}`,
    hint,
  });

function pinnedAndRecent({ pinned, recent, entries }: Shelf): Row[] {
  const ids = [...new Set([...pinned, ...recent.slice(0, RECENT)])];
  return ids.flatMap((id) => entries.get(id) ?? []).map(noteRow);
}

/** Counts the whole indexes that were made: what was not found by the small one is sought again. */
const prepared = signal(0);
const found = computed(() => {
  const { search } = shelf.value;
  if (!typed.value.trim()) return [];
  const at = search.searchAtOnce(typed.value);
  // Only where nothing was found: what is in sight does not move.
  return at.length === 0 && prepared.value > 0 ? search.search(typed.value) : at;
});

let library: Promise<void> | undefined;

/** Reads what the library says beyond what its lists show. */
export function readLibrary(): Promise<void> {
  library ??= import('../../notes/library-shelf.ts').then(({ libraryEntries }) => {
    whole.value = withLibrary(whole.value, libraryEntries);
  });
  return library;
}

/** Reads the library, and makes the whole index of what can be found. */
async function prepareSearch(): Promise<void> {
  await readLibrary();
  shelf.value.search.prepare();
  prepared.value++;
}
export const foundCount = computed(() => found.value.length);
/** Nothing holds most of what was typed; what is listed all the same is the nearest. */
export const nothingFound = computed(() => {
  const words = typed.value.trim().split(/\s+/).filter(Boolean);
  const least = words.length > 1 ? LEAST_COVERAGE : LEAST_OF_ONE;
  return words.length > 0 && (found.value[0]?.coverage ?? 0) < least;
});

/** Before anything was read: the idea of the day, and a few more. */
function firstIdeas(): Entry[] {
  const today = localDate(new Date());
  return ideasOf(titles, [], today, RECENT - 1).map(entryOfTitle);
}

/** What the list holds before anything was typed is known. */
const settled = signal(false);

/** What the list shows. */
export const groups = computed<Group[]>(() => {
  const shown = shelf.value;
  if (typed.value.trim()) {
    const rows = found.value.slice(0, LISTED).map(({ entry }) => noteRow(entry));
    const known = new Set(rows.map(({ id }) => id));
    // Below what is there: nothing moves under the eye when they come.
    const near = ideas.value
      .flatMap((id) => shown.entries.get(id) ?? [])
      .map(noteRow)
      .filter(({ id }) => !known.has(id));
    const all: Group[] = [
      { name: nothingFound.value ? 'nearest' : 'found', rows },
      { name: 'idea', rows: near },
    ];
    return all.filter((group) => group.rows.length > 0);
  }
  if (!settled.value) return [];
  const state = page.value?.presenting ? null : page.value;
  const recent = pinnedAndRecent(shown);
  const all: Group[] = [
    { name: 'page', rows: (state?.hints ?? []).filter((hint) => !hint.answered).map(hintRow('page')) },
    {
      name: 'possible',
      rows: (state?.possible ?? []).filter((hint) => !hint.answered).map(hintRow('possible')),
    },
    { name: 'pasted', rows: (pastedHints.value ?? []).map(hintRow('pasted')) },
    { name: 'pinned', rows: recent },
    {
      name: 'library',
      rows: recent.length > 0 ? [] : firstIdeas().map(noteRow),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
});
export const rows = computed(() => groups.value.flatMap((group) => group.rows));

const IDEAS_AFTER_MS = 250;
const IDEAS = 5;
/** Ids of notes near in meaning to what was typed. */
const ideas = signal<string[]>([]);
let ideasLater: ReturnType<typeof setTimeout> | undefined;

function askIdeas(query: string): void {
  clearTimeout(ideasLater);
  ideas.value = [];
  if (query.trim().length < 3) return;
  ideasLater = setTimeout(async () => {
    const near = await ask({ kind: 'ideas', query });
    if (typed.value !== query) return;
    ideas.value = near.slice(0, IDEAS).map(({ note }) => note);
  }, IDEAS_AFTER_MS);
}

/** Types into the field: the first row is selected at once. */
export function type(text: string): void {
  typed.value = text;
  selected.value = 0;
  said.value = '';
  restored.value = false;
  askIdeas(text);
}

/** The note a row stands for. */
export function entryOf(row: Row): Entry | undefined {
  return row.kind === 'note' ? row.entry : shelf.value.entries.get(row.hint.note);
}

/** Reads the tab in front and what the background knows of it. */
export async function refreshPage(): Promise<void> {
  tab.value = await tabInFront();
  siteOn.value = site.value !== null && (await isOn(site.value));
  if (tab.value) page.value = await ask({ kind: 'tab', tab: tab.value.id });
}

/** What was mended when the notes were opened, and has not been told. */
export const mended = signal('');

/** Reads the person's own notes; the library alone stays where that fails. */
export async function refreshShelf(): Promise<void> {
  try {
    const opened = await openShelf(whole.value.library, await database(), Date.now());
    whole.value = withLibrary(opened, whole.value.library);
    fault.value = false;
    const opening = await untold();
    mended.value = opening ? openingSays(opening) : '';
  } catch (error) {
    console.error('own notes:', error);
    fault.value = true;
  }
}

/** Looks for hints in what was pasted. */
export async function readPasted(text: string): Promise<void> {
  pasted.value = text;
  pastedHints.value = text.trim() ? await ask({ kind: 'suggest', text: text.slice(0, 20_000) }) : null;
}

/** Starts over a page of ours: without what was typed in the popup, and without a page in front. */
export function startElsewhere(): void {
  type('');
  showNote(null);
  settled.value = true;
  void refreshShelf();
  void prepareSearch();
}

/** Starts: what was typed before comes back, everything else follows in the background. */
export function startPopup(signal: AbortSignal): void {
  void draft.get().then((kept) => {
    // Nothing that was typed since the popup opened is overwritten.
    if (typed.value || pasted.value) return;
    typed.value = kept.typed;
    restored.value = kept.typed !== '';
    askIdeas(kept.typed);
    if (kept.pasted) void readPasted(kept.pasted);
  });
  let first = true;
  effect(() => {
    const kept = { typed: typed.value, pasted: pasted.value };
    // At once, not when the popup closes: then it is too late.
    if (!first) void draft.set(kept);
    first = false;
  });
  const changed = () => void refreshPage();
  watchGrants(changed, signal);
  sites.watch(changed, signal);
  // Nothing of this is in the first frame, nor in the answer to what is typed at once.
  afterFrame(() => {
    setTimeout(() => {
      void Promise.allSettled([refreshPage(), refreshShelf()]).then(() => (settled.value = true));
    }, OWN_MS);
    setTimeout(() => (settled.value = true), SETTLE_MS);
    setTimeout(() => void prepareSearch(), PREPARE_MS);
  });
}
