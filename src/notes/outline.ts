// The notes on *Staff Engineer* (2021) in their own order: three parts, thirty-four ideas, each led to its note.

import type { Entry } from './entry.ts';
import { libraryEntries } from './library-shelf.ts';

/** A part of the outline; its name is in the locale files under `outline`. */
export interface OutlinePart {
  name: 'difference' | 'being' | 'remote';
  ideas: { id: string; entries: Entry[] }[];
}

const PARTS: { name: OutlinePart['name']; first: number; last: number }[] = [
  { name: 'difference', first: 1, last: 5 },
  { name: 'being', first: 6, last: 31 },
  { name: 'remote', first: 32, last: 34 },
];

/** The outline with the notes that carry each idea. */
export function outline(): OutlinePart[] {
  return PARTS.map(({ name, first, last }) => ({
    name,
    ideas: Array.from({ length: last - first + 1 }, (_, at) => {
      const id = `S${first + at}`;
      return { id, entries: libraryEntries.filter((entry) => entry.seeds.includes(id)) };
    }),
  }));
}
