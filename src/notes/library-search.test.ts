import { expect, it } from 'vitest';
import { libraryEntries } from './library-shelf.ts';
import { NoteSearch } from './search.ts';

/** Every third note: searching by whole titles is slow on a busy machine, and says no more for all. */
const asked = libraryEntries.filter((_, at) => at % 3 === 0);
const search = new NoteSearch([libraryEntries]);
/** Some hundred and fifty searches, on a machine that may be busy. */
const LONG = { timeout: 60_000 };
const rankOf = (query: string, id: string) => search.search(query).findIndex(({ entry }) => entry.id === id);

it('finds a note first by its title', LONG, () => {
  const missed = asked.filter(({ id, title }) => rankOf(title, id) !== 0);
  expect(missed.map(({ id }) => id)).toEqual([]);
});

it('finds at least 95 in 100 among three by three words of the title, the longest misspelt', LONG, () => {
  const queries = asked.flatMap(({ id, title }) => {
    const words =
      title
        .toLowerCase()
        .match(/[a-z]{4,}/g)
        ?.slice(0, 3) ?? [];
    const longest = [...words].sort((a, b) => b.length - a.length)[0];
    if (words.length < 2 || !longest) return [];
    const typo = longest[0]! + longest[2]! + longest[1]! + longest.slice(3);
    return [{ id, query: words.map((word) => (word === longest ? typo : word)).join(' ') }];
  });
  const found = queries.filter(({ id, query }) => [0, 1, 2].includes(rankOf(query, id)));
  expect(found.length / queries.length).toBeGreaterThanOrEqual(0.95);
});
