// Meetings with notes: what was read, and what the new tab showed.
import type { Database } from './database.ts';

/** Counts a meeting with a note. */
export async function noteMet(
  database: Database,
  note: string,
  where: 'read' | 'newtab',
  now: number,
): Promise<void> {
  await database.met.add({ note, where, at: now });
}
