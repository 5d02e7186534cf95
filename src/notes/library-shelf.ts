// The whole library as it can be found: its notes with all that they say.
import { notes } from '../library/index.ts';
import { type Entry, entryOfNote } from './entry.ts';
import { type Shelf, shelfOf } from './shelf.ts';

/** The library's notes as entries. */
export const libraryEntries: readonly Entry[] = notes.map(entryOfNote);

/** The library alone: where the database does not open. */
export const libraryShelf: Shelf = shelfOf(libraryEntries);
