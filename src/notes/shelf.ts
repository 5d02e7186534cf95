// What can be found at one moment: at first what lists show of the library; see `library-shelf.ts` for all of it.
import { titleOf, titles } from '../library/titles.ts';
import type { Database } from './database.ts';
import { type Entry, entryOfAnswer, entryOfOwn, entryOfTitle } from './entry.ts';
import { frecency } from './frecency.ts';
import { visibleNotes } from './own.ts';
import { NoteSearch } from './search.ts';

/** Everything that can be found at one moment. */
export interface Shelf {
  search: NoteSearch;
  /** The library's part of the entries. */
  library: readonly Entry[];
  entries: ReadonlyMap<string, Entry>;
  pinned: ReadonlySet<string>;
  /** Ids of notes that were found useful, the latest first. */
  useful: readonly string[];
  /** Ids by how often and how lately they were met, the most first. */
  recent: readonly string[];
}

/** Makes a shelf of the library's entries and one's own; `met` says how often and how lately each was met. */
export function shelfOf(
  library: readonly Entry[],
  own: readonly Entry[] = [],
  pinned: Iterable<string> = [],
  met: ReadonlyMap<string, number> = new Map(),
  useful: readonly string[] = [],
): Shelf {
  return {
    search: new NoteSearch([library, own], (id) => met.get(id) ?? 0),
    library,
    entries: new Map([...library, ...own].map((entry) => [entry.id, entry])),
    pinned: new Set(pinned),
    useful,
    recent: [...met].sort((a, b) => b[1] - a[1]).map(([id]) => id),
  };
}

/** What lists show of the library: there at once, before the library is. */
export const titleShelf: Shelf = shelfOf(titles.map(entryOfTitle));

/** A shelf on which more is known of the library. */
export function withLibrary(shelf: Shelf, library: readonly Entry[]): Shelf {
  const own = [...shelf.entries.values()].filter((entry) => entry.own);
  return {
    ...shelf,
    search: shelf.search.withFirst(library),
    library,
    entries: new Map([...library, ...own].map((entry) => [entry.id, entry])),
  };
}

/** A shelf without what is the person's own, while they present. */
export function withoutOwn(shelf: Shelf): Shelf {
  const { library, entries, pinned, recent, useful } = shelf;
  if (library.length === entries.size) return shelf;
  const known = new Set(library.map((entry) => entry.id));
  return {
    search: new NoteSearch([library]),
    library,
    entries: new Map(library.map((entry) => [entry.id, entry])),
    pinned: new Set([...pinned].filter((id) => known.has(id))),
    useful: useful.filter((id) => known.has(id)),
    recent: recent.filter((id) => known.has(id)),
  };
}

/**
 * What can be found with all that is the person's.
 * @param library what is known of the library
 * @throws where the database cannot be read
 */
export async function openShelf(library: readonly Entry[], database: Database, now: number): Promise<Shelf> {
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
    library,
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
    topic: entry.topic || (titleOf(entry.related[0] ?? '')?.topic ?? ''),
    note: entry.id,
    created: now,
    updated: now,
  });
  return id;
}
