// What is put in order when the notes are opened: torn imports, an old bin, notes that the database lost.

import { importLock, placeWaiting, removeImport } from './import/run.ts';
import type { Mirror } from './mirror.ts';
import type { OwnNotes } from './own.ts';

/** What was found and mended; all zero on an ordinary day. */
export interface Opening {
  /** Imports that had not come to their end, and are gone. */
  removedImports: number;
  /** Notes that the database had lost, and the mirror had. */
  restored: number;
  /** Notes that are gone from both: a backup may hold them. */
  missing: number;
}

/** Puts the notes in order. May be called by every page, and again. @throws where the database cannot be read */
export async function openNotes(own: OwnNotes, mirror: Mirror): Promise<Opening> {
  const removedImports = await endImports(own);
  await own.emptyOldBin();
  const { restored, missing } = await takeCensus(own, mirror);
  return { removedImports, restored, missing };
}

async function endImports(own: OwnNotes): Promise<number> {
  const { database } = own;
  let removed = 0;
  for (const { id, state } of await database.imports.toArray()) {
    if (state === 'done') await placeWaiting(own, id);
    else if (!(await isRunning(id))) {
      await removeImport(database, id);
      removed++;
    }
  }
  return removed;
}

async function isRunning(id: string): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === importLock(id)) ?? false;
}

async function takeCensus(own: OwnNotes, mirror: Mirror): Promise<{ restored: number; missing: number }> {
  const [expected, present] = await Promise.all([mirror.count(), own.database.notes.count()]);
  if (expected === null || present >= expected) return { restored: 0, missing: 0 };
  const known = new Set(await own.database.notes.toCollection().primaryKeys());
  const lost = (await mirror.all()).filter((note) => !known.has(note.id));
  if (lost.length > 0) await own.putAll(lost);
  else await own.count();
  return { restored: lost.length, missing: Math.max(0, expected - present - lost.length) };
}
