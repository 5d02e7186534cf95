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
export const rows = signal<RecordRow[]>([]);
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
  rows.value = rows.value.map((row) => (row.id === id ? { ...row, ...parts } : row));
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

/** Follows the database. */
export function startRecord(): void {
  const failed = (error: unknown) => {
    console.error('record:', error);
    notice.value = t('record.didNotOpen');
  };
  liveQuery(() => recordRows(database)).subscribe({ next: (all) => (rows.value = all), error: failed });
  liveQuery(() => journalRows(database)).subscribe({ next: (all) => (journal.value = all), error: failed });
}
