// "Erase everything now": notes, bin, answers, journal, record, backups, mirror, settings. Nothing is kept.
import { clearStorage } from '../platform/keyed.ts';
import type { Backups } from './backup.ts';
import type { Database } from './database.ts';

/** Erases all that Staffwise keeps in this browser. Open pages begin anew. @throws where something could not be erased */
export async function eraseEverything(database: Database, backups: Backups): Promise<void> {
  await Promise.all([database.delete(), backups.delete()]);
  await clearStorage();
  localStorage.clear();
}
