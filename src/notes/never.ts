// Notes that were told never to come, and how they come back.
import type { Database } from './database.ts';

/** Ids of the notes that never come, the latest first. */
export async function neverNotes(database: Database): Promise<string[]> {
  const rows = await database.answers.orderBy('at').reverse().toArray();
  return [...new Set(rows.filter((row) => row.said === 'never').map((row) => row.note))];
}

/** Lets a note come again. */
export async function bringBack(database: Database, note: string): Promise<void> {
  const rows = await database.answers.where('note').equals(note).toArray();
  await database.answers.bulkDelete(rows.filter((row) => row.said === 'never').map((row) => row.id));
}
