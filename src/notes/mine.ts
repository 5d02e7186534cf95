// What is the person's, opened together: the database, its mirror, its backups.
import { keyed } from '../platform/keyed.ts';
import { isFirefox } from '../platform/tabs.ts';
import { type Backups, backUp, openBackups } from './backup.ts';
import { type Database, openDatabase } from './database.ts';
import { type Mirror, noMirror, storageMirror } from './mirror.ts';
import { keepNotice } from './notice.ts';
import { type Opening, openNotes } from './opening.ts';
import { OwnNotes } from './own.ts';

export interface Mine {
  database: Database;
  backups: Backups;
  mirror: Mirror;
  own: OwnNotes;
}

/** Opens nothing yet: each database opens at its first read or write. */
export function openMine(): Mine {
  const database = openDatabase();
  const mirror = isFirefox ? noMirror() : storageMirror(keyed('note'));
  return { database, backups: openBackups(), mirror, own: new OwnNotes(database, mirror) };
}

/** Puts everything in order and makes today's backup. @throws where the database cannot be read */
export async function keepMine(
  { database, backups, mirror, own }: Mine,
  settings: () => Promise<Record<string, unknown>>,
): Promise<Opening> {
  const opening = await openNotes(own, mirror);
  await keepNotice(opening);
  // A backup of a database that has just lost notes would push out one that has them.
  if (opening.missing === 0) await backUp(database, backups, await settings(), new Date());
  return opening;
}
