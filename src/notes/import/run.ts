// Writes an import: fifty notes a transaction, all under one import id, unseen until its row says done. What was
// there before is kept beside until then, so that a torn import leaves no trace.
import type { Database, OwnNote } from '../database.ts';
import type { ExportFile } from '../export/json.ts';
import type { OwnNotes } from '../own.ts';
import type { PreviewRow } from './preview.ts';

const BATCH = 50;

export interface ImportOptions {
  /** What it comes from, as shown. */
  name: string;
  signal: AbortSignal;
  /** Called with the number of notes written so far. */
  progress(done: number): void;
  now: number;
}

/** A page that imports holds a lock of this name; the browser frees it when the page goes, however it goes. */
export const importLock = (id: string): string => `staffwise-import-${id}`;

/** Id of a changed note while its import runs: the note itself stays as it is until the end. */
const WAITING = 'waiting:';

/**
 * Imports the rows that are new or changed, and everything else of an own export.
 * @returns how many notes were written; null where it was canceled, and nothing is left of it
 * @throws where the database cannot write; nothing is left of the import then
 */
export async function runImport(
  own: OwnNotes,
  rows: readonly PreviewRow[],
  rest: Omit<ExportFile, 'notes'> | undefined,
  options: ImportOptions,
): Promise<number | null> {
  const id = crypto.randomUUID();
  const wanted = rows.filter(({ state }) => state !== 'same');
  return navigator.locks.request(importLock(id), () => write(own, id, wanted, rest, options));
}

async function write(
  own: OwnNotes,
  id: string,
  wanted: readonly PreviewRow[],
  rest: Omit<ExportFile, 'notes'> | undefined,
  { name, signal, progress, now }: ImportOptions,
): Promise<number | null> {
  const { database } = own;
  await database.imports.add({ id, state: 'running', started: now, name });
  try {
    for (let at = 0; at < wanted.length; at += BATCH) {
      if (signal.aborted) {
        await removeImport(database, id);
        return null;
      }
      const batch = wanted.slice(at, at + BATCH).map(({ state, note }): OwnNote => {
        const hidden = state === 'changed' ? `${WAITING}${id}:${note.id}` : note.id;
        return { ...note, id: hidden, importId: id };
      });
      await database.transaction('rw', database.notes, () => database.notes.bulkPut(batch));
      progress(Math.min(wanted.length, at + BATCH));
    }
    if (rest) await importRest(database, rest);
    await finishImport(own, id);
    return wanted.length;
  } catch (error) {
    await removeImport(database, id).catch(console.warn);
    throw error;
  }
}

/** Ends an import whose notes are all there: says so first, then puts changed notes in their place. */
export async function finishImport(own: OwnNotes, id: string): Promise<void> {
  const { database } = own;
  await database.imports.update(id, { state: 'done' });
  await placeWaiting(own, id);
}

/** Puts changed notes in their place and copies all of a finished import; may be repeated after a torn end. */
export async function placeWaiting(own: OwnNotes, id: string): Promise<void> {
  const { database } = own;
  const notes = await database.notes.where('importId').equals(id).toArray();
  for (let at = 0; at < notes.length; at += BATCH) {
    const batch = notes.slice(at, at + BATCH);
    const waiting = batch.filter((note) => note.id.startsWith(WAITING)).map((note) => note.id);
    const placed = batch.map(({ importId: _importId, ...note }) => ({
      ...note,
      id: note.id.startsWith(WAITING) ? note.id.slice(WAITING.length + id.length + 1) : note.id,
    }));
    await database.transaction('rw', database.notes, async () => {
      await database.notes.bulkPut(placed);
      await database.notes.bulkDelete(waiting);
    });
    await own.copy(placed);
  }
  await database.imports.delete(id);
  await own.count();
}

/** Removes what an unfinished import wrote. */
export async function removeImport(database: Database, id: string): Promise<void> {
  await database.transaction('rw', database.notes, database.imports, async () => {
    await database.notes.where('importId').equals(id).delete();
    await database.imports.delete(id);
  });
}

/** Answers, journal, record and the rest of an own export; what is there already is not doubled. */
async function importRest(database: Database, rest: Omit<ExportFile, 'notes'>): Promise<void> {
  const { answers, journal, record, recall, met, days, pins } = rest;
  const { tables } = database;
  await database.transaction('rw', tables, async () => {
    await database.journal.bulkPut(journal);
    await database.record.bulkPut(record);
    await database.recall.bulkPut(recall);
    await database.days.bulkPut(days);
    await database.pins.bulkPut(pins);
    const saidBefore = new Set(
      (await database.answers.toArray()).map((row) => `${row.note} ${row.document} ${row.at}`),
    );
    await database.answers.bulkAdd(
      answers.filter((row) => !saidBefore.has(`${row.note} ${row.document} ${row.at}`)),
    );
    const metBefore = new Set((await database.met.toArray()).map((row) => `${row.note} ${row.at}`));
    await database.met.bulkAdd(met.filter((row) => !metBefore.has(`${row.note} ${row.at}`)));
  });
}
