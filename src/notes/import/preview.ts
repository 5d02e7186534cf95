// What an import would do, before it does anything.
import type { Database, OwnNote } from '../database.ts';
import { newNote } from '../own.ts';
import type { ReadNote } from './importer.ts';

/** One note of an import. */
export interface PreviewRow {
  state: 'new' | 'changed' | 'same';
  note: OwnNote;
  /** The note that is there now. */
  before?: OwnNote;
}

const COMPARED = [
  'title',
  'body',
  'tags',
  'triggers',
  'examples',
  'falseFriends',
  'origin',
  'advice',
  'library',
  'binned',
] as const;

const same = (a: OwnNote, b: OwnNote) =>
  COMPARED.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));

/** Compares what was read with what is there; of two with one id the later counts. */
export async function previewOf(
  database: Database,
  read: readonly ReadNote[],
  now: number,
): Promise<PreviewRow[]> {
  const byId = new Map(read.map(({ key: _key, ...note }) => [note.id!, newNote(note, now)]));
  const ids = [...byId.keys()];
  const before = await database.notes.bulkGet(ids);
  return ids.map((id, at): PreviewRow => {
    const note = byId.get(id)!;
    const known = before[at];
    if (!known) return { state: 'new', note };
    const merged = { ...note, created: Math.min(known.created, note.created) };
    return same(known, merged)
      ? { state: 'same', note: known, before: known }
      : { state: 'changed', note: merged, before: known };
  });
}
