// What can be found: the library at once, own notes when the database has opened, with what was used lately.
import { noteOf, notes } from '../library/index.ts';
import type { Database } from './database.ts';
import { type Entry, entryOfAnswer, entryOfNote, entryOfOwn } from './entry.ts';
import { frecency } from './frecency.ts';
import { visibleNotes } from './own.ts';
import { NoteSearch } from './search.ts';

/** The library's notes as entries. */
export const libraryEntries: readonly Entry[] = notes.map(entryOfNote);

/** Everything that can be found at one moment. */
export interface Shelf {
  search: NoteSearch;
  entries: ReadonlyMap<string, Entry>;
  pinned: ReadonlySet<string>;
  /** Ids of notes that were found useful, the latest first. */
  useful: readonly string[];
  /** Ids by how often and how lately they were met, the most first. */
  recent: readonly string[];
}

function shelfOf(
  own: readonly Entry[],
  pinned: Iterable<string>,
  met: ReadonlyMap<string, number>,
  useful: readonly string[],
): Shelf {
  return {
    search: new NoteSearch([libraryEntries, own], (id) => met.get(id) ?? 0),
    entries: new Map([...libraryEntries, ...own].map((entry) => [entry.id, entry])),
    pinned: new Set(pinned),
    useful,
    recent: [...met].sort((a, b) => b[1] - a[1]).map(([id]) => id),
  };
}

/** The library alone: what there is in the first frame, and where the database does not open. */
export const libraryShelf: Shelf = shelfOf([], [], new Map(), []);

/** A shelf without what is the person's own, while they present. */
export function withoutOwn(shelf: Shelf): Shelf {
  const { entries, pinned, recent, useful } = shelf;
  const library = [...entries.values()].filter((entry) => !entry.own);
  if (library.length === entries.size) return shelf;
  const known = new Set(library.map((entry) => entry.id));
  return {
    search: new NoteSearch([libraryEntries]),
    entries: new Map(library.map((entry) => [entry.id, entry])),
    pinned: new Set([...pinned].filter((id) => known.has(id))),
    useful: useful.filter((id) => known.has(id)),
    recent: recent.filter((id) => known.has(id)),
  };
}

/** The library and all that is the person's. @throws where the database cannot be read */
export async function openShelf(database: Database, now: number): Promise<Shelf> {
  const [own, answers, pins, met, said] = await Promise.all([
    visibleNotes(database),
    database.journal.toArray(),
    database.pins.toArray(),
    database.met.toArray(),
    database.answers.orderBy('at').reverse().toArray(),
  ]);
  const times = new Map<string, number[]>();
  for (const { note, at } of met) times.set(note, [...(times.get(note) ?? []), at]);
  return shelfOf(
    [...own.map(entryOfOwn), ...answers.map(entryOfAnswer)],
    pins.sort((a, b) => b.at - a.at).map((pin) => pin.note),
    new Map([...times].map(([note, at]) => [note, frecency(at, now)])),
    [...new Set(said.filter((row) => row.said === 'useful' || row.said === 'copied').map((row) => row.note))],
  );
}

/** Pins a note, or takes the pin off. */
export async function setPinned(
  database: Database,
  note: string,
  pinned: boolean,
  now: number,
): Promise<void> {
  if (pinned) await database.pins.put({ note, at: now });
  else await database.pins.delete(note);
}

/** Begins an entry of the record: what was done, with where; who could do what because of it is asked later. */
export async function recordDone(
  database: Database,
  entry: Pick<Entry, 'id' | 'title' | 'topic' | 'related'>,
  { link, linkTitle }: { link: string; linkTitle: string },
  now: number,
): Promise<string> {
  const id = crypto.randomUUID();
  await database.record.add({
    id,
    did: entry.title,
    outcome: '',
    by: '',
    link,
    ...(linkTitle && { linkTitle }),
    // An answer of the journal is filed with the note that asked.
    topic: entry.topic || (noteOf(entry.related[0] ?? '')?.topic ?? ''),
    note: entry.id,
    created: now,
    updated: now,
  });
  return id;
}
