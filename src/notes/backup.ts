// One backup a day, the last three, in a database of their own: a torn first one leaves them whole.
import { Dexie, type EntityTable } from 'dexie';
import type { Database } from './database.ts';
import { localDate } from './date.ts';
import { exportAll } from './export/json.ts';

const KEPT = 3;

/** One backup: an own export as text. */
export interface Backup {
  /** Local date, YYYY-MM-DD. */
  id: string;
  at: number;
  notes: number;
  text: string;
}

export type Backups = Dexie & { backups: EntityTable<Backup, 'id'> };

/** Opens the database of backups. */
export function openBackups(name = 'staffwise-backups'): Backups {
  const backups = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Backups;
  backups.version(1).stores({ backups: 'id, at' });
  backups.on('versionchange', () => backups.close());
  return backups;
}

/** Makes today's backup where there is none and anything is worth it. @returns whether one was made */
export async function backUp(
  database: Database,
  backups: Backups,
  settings: Record<string, unknown>,
  now: Date,
): Promise<boolean> {
  const id = localDate(now);
  if (await backups.backups.get(id)) return false;
  const everything = await exportAll(database, settings, now);
  const rows =
    everything.notes.length +
    everything.journal.length +
    everything.record.length +
    everything.answers.length;
  // An empty database makes no backup: it would push out the one that still holds what was lost.
  if (rows === 0) return false;
  await backups.backups.put({
    id,
    at: now.getTime(),
    notes: everything.notes.length,
    text: JSON.stringify(everything),
  });
  const old = (await backups.backups.orderBy('at').primaryKeys()).slice(0, -KEPT);
  await backups.backups.bulkDelete(old);
  return true;
}

/** The backups there are, the newest first, without their text. */
export async function backupList(backups: Backups): Promise<Omit<Backup, 'text'>[]> {
  const all = await backups.backups.orderBy('at').reverse().toArray();
  return all.map(({ text: _text, ...backup }) => backup);
}
