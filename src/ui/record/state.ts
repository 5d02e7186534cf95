// What the record's page shows, live with every change in any page.
import { computed, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { topics } from '../../library/index.ts';
import { type JournalRow, openDatabase, type RecordRow } from '../../notes/database.ts';
import { journalRows, keepAnswer } from '../../notes/journal.ts';
import { isUnfinished, newRecord, recordGroups, recordRows } from '../../notes/record.ts';
import { t } from '../words.ts';

const database = openDatabase();
export const view = signal<'month' | 'topic' | 'journal'>(location.hash === '#journal' ? 'journal' : 'month');
/** Rows as the database had them last. */
const kept = signal<RecordRow[]>([]);
/** Changes that the database has not been seen to hold yet: it answers later than a hand types. */
const typed = signal<ReadonlyMap<string, Partial<RecordRow>>>(new Map());
export const rows = computed(() => kept.value.map((row) => ({ ...row, ...typed.value.get(row.id) })));
export const journal = signal<JournalRow[]>([]);
/** The entry that was last removed, while it can come back. */
export const removed = signal<RecordRow | null>(null);
/** What has to be said. */
export const notice = signal('');
/** The entry that was just added: its first field takes the focus. */
export const added = signal('');
export const groups = computed(() =>
  recordGroups(
    rows.value,
    view.value === 'topic' ? 'topic' : 'month',
    topics.map(({ id }) => id),
  ),
);
export const unfinished = computed(() => rows.value.filter(isUnfinished).length);

/** Runs a change; what could not be kept is said, and stays in its field. */
async function change(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    notice.value = '';
  } catch (error) {
    console.error('record:', error);
    notice.value = t('record.fault');
  }
}

/** Adds an entry by hand. */
export function add(): Promise<void> {
  const row = newRecord({}, Date.now());
  added.value = row.id;
  return change(() => database.record.add(row));
}

/** Changes an entry in place: at once on the page, so that a copy holds what is seen, then in the database. */
export function edit(id: string, parts: Partial<RecordRow>): Promise<void> {
  typed.value = new Map(typed.value).set(id, { ...typed.value.get(id), ...parts });
  return change(() => database.record.update(id, { ...parts, updated: Date.now() }));
}

/** Removes an entry; it can come back until the next one goes. */
export async function remove(row: RecordRow): Promise<void> {
  await change(() => database.record.delete(row.id));
  removed.value = row;
}

/** Brings back what was removed last. */
export async function bringBack(): Promise<void> {
  const row = removed.value;
  if (!row) return;
  removed.value = null;
  await change(() => database.record.put(row));
}

/** Changes an answer of the journal; an empty one goes. */
export function editAnswer(row: JournalRow, text: string): Promise<void> {
  return change(() => keepAnswer(database, { ...row, text }, Date.now()));
}

/** Takes what the database holds now; a change that is in it need not be remembered. */
function take(all: RecordRow[]): void {
  const held = (id: string, parts: Partial<RecordRow>) => {
    const row = all.find((one) => one.id === id);
    return !row || Object.entries(parts).every(([name, value]) => row[name as keyof RecordRow] === value);
  };
  kept.value = all;
  typed.value = new Map([...typed.value].filter(([id, parts]) => !held(id, parts)));
}

/** Follows the database. */
export function startRecord(): void {
  const failed = (error: unknown) => {
    console.error('record:', error);
    notice.value = t('record.didNotOpen');
  };
  liveQuery(() => recordRows(database)).subscribe({ next: take, error: failed });
  liveQuery(() => journalRows(database)).subscribe({ next: (all) => (journal.value = all), error: failed });
}
