import { expect, it } from 'vitest';
import { NoteSearch } from './search.ts';
import { libraryEntries } from './shelf.ts';

const search = new NoteSearch(libraryEntries);
/** Some five hundred searches, on a machine that may be busy. */
const LONG = { timeout: 60_000 };
const rankOf = (query: string, id: string) => search.search(query).findIndex(({ entry }) => entry.id === id);

it('finds every note first by its title', LONG, () => {
  const missed = libraryEntries.filter(({ id, title }) => rankOf(title, id) !== 0);
  expect(missed.map(({ id }) => id)).toEqual([]);
});

it('finds at least 95 in 100 notes among three by three words of the title, the longest misspelt', LONG, () => {
  const asked = libraryEntries.flatMap(({ id, title }) => {
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
  const found = asked.filter(({ id, query }) => [0, 1, 2].includes(rankOf(query, id)));
  expect(found.length / asked.length).toBeGreaterThanOrEqual(0.95);
});
