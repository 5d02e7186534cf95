// npm run eval:search: is the right note among the first, and how long does a key take? Beside other engines.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../src/notes/entry.ts';
import { libraryEntries } from '../src/notes/library-shelf.ts';
import { joinIdeas } from '../src/notes/search/ideas.ts';
import { NoteSearch } from '../src/notes/search.ts';
import { flexSearch, fuseAlone, miniSearch, type Search, uFuzzy } from '../tests/bench/search-peers.ts';
import { loadEngine, loadSecondStage } from './engine.ts';
import { root } from './setup.mjs';
import { share } from './share.ts';

interface Query {
  kind: string;
  query: string;
  note: string;
}

/** mulberry32: the same queries in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomFrom(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** One letter left out, doubled, swapped with the next, or another in its place. */
function misspell(word: string): string {
  if (word.length < 4) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  return pick([
    before + after,
    before + letter + letter + after,
    before + (after[0] ?? '') + letter + after.slice(1),
    before + pick([...'aeiortnsl']) + after,
  ]);
}

const STOP = new Set('the a an of to in on and or is it that this not do be with for as at by'.split(' '));

/** Two to four telling words of a title, in its order. */
function titleWords(title: string): string[] {
  const words =
    title
      .toLowerCase()
      .match(/[a-z]{3,}/g)
      ?.filter((word) => !STOP.has(word)) ?? [];
  return words.slice(0, 4);
}

function misspellLongest(words: readonly string[]): string[] {
  const longest = [...words].sort((a, b) => b.length - a.length)[0];
  return words.map((word) => (word === longest ? misspell(word) : word));
}

const FORMS: Record<string, (words: string[]) => string> = {
  exact: (words) => words.join(' '),
  prefix: (words) => [...words.slice(0, -1), words.at(-1)!.slice(0, 4)].join(' '),
  'one typo': (words) => misspellLongest(words).join(' '),
  'two typos': (words) => words.map((word, at) => (at < 2 ? misspell(word) : word)).join(' '),
  'other order': (words) => [...words].reverse().join(' '),
};

/** 40 queries of each form from titles, and those by idea from a hand that had read ids only. */
function queries(entries: readonly Entry[]): Query[] {
  const usable = entries.filter((entry) => titleWords(entry.title).length >= 2);
  const byWords = Object.entries(FORMS).flatMap(([kind, form]) =>
    Array.from({ length: 40 }, () => {
      const entry = pick(usable);
      return { kind, query: form(titleWords(entry.title)), note: entry.id };
    }),
  );
  const ideas = readFileSync(join(root, 'tests/eval/ideas.jsonl'), 'utf8').trim().split('\n');
  return [
    ...byWords,
    ...ideas.map((line) => ({ kind: 'idea', ...(JSON.parse(line) as Omit<Query, 'kind'>) })),
  ];
}

function ours(entries: readonly Entry[]): Search {
  const search = new NoteSearch([entries]);
  return (query) => search.search(query).map(({ entry }) => entry.id);
}

/** How many rows the popup lists by words, and below them by meaning. */
const POPUP_ROWS = 40;
const POPUP_IDEAS = 5;

/** Search by idea: what finds it, with each stage joined to the words, and the rows as the popup lists them. */
function byIdea(entries: readonly Entry[]): Record<string, Search> {
  const search = new NoteSearch([entries]);
  const engine = loadEngine();
  const secondStage = loadSecondStage();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const words = (query: string) => search.search(query).map(({ entry }) => entry);
  const near = (query: string, second: boolean) =>
    engine
      .nearest(query, second ? secondStage.scores(query) : undefined)
      .flatMap(({ note }) => byId.get(note) ?? []);
  const joined = (second: boolean) => (query: string) =>
    joinIdeas(words(query), near(query, second)).map(({ entry }) => entry.id);
  const ids = (list: readonly Entry[]) => list.map(({ id }) => id);
  return {
    words: (query) => ids(words(query)),
    'with linear': joined(false),
    'with encoder': joined(true),
    'encoder alone': (query) => ids(near(query, true)),
    // What is near in meaning stands below all that the words found: nothing moves when it comes.
    'popup, rows': (query) => [
      ...new Set([
        ...ids(words(query)).slice(0, POPUP_ROWS),
        ...ids(near(query, true)).slice(0, POPUP_IDEAS),
      ]),
    ],
  };
}

const KINDS = [...Object.keys(FORMS), 'idea'];

/** How often one search or another has the note among its first three: a reader sees both groups of the popup. */
function inEither(name: string, searches: readonly Search[], asked: readonly Query[]): void {
  const seen = asked.filter(({ query, note }) =>
    searches.some((search) => search(query).slice(0, 3).includes(note)),
  );
  console.log(`${name}: ${share(seen.length, asked.length)}`);
}

function quality(name: string, search: Search, asked: readonly Query[], kinds: readonly string[]): void {
  const ranked = asked.map((query) => ({ ...query, rank: search(query.query).indexOf(query.note) }));
  const line = (kind: string, own: readonly { rank: number }[]) => {
    const within = (most: number) => own.filter(({ rank }) => rank >= 0 && rank < most).length;
    console.log(
      `${name.padEnd(13)} ${kind.padEnd(12)} first ${share(within(1), own.length)}   of three ${share(within(3), own.length)}`,
    );
  };
  for (const kind of kinds) {
    line(
      kind,
      ranked.filter((query) => query.kind === kind),
    );
  }
  line('all', ranked);
}

/** Notes of a person: words of the library, mixed anew. */
function entriesUpTo(count: number): Entry[] {
  const words = libraryEntries.flatMap((entry) => entry.body.split(/\s+/));
  const some = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const own = Array.from({ length: Math.max(0, count - libraryEntries.length) }, (_, at): Entry => {
    const empty = { topic: '', topicName: '', tags: [], idea: '', step: '', question: '', paste: '' };
    const rest = { sources: [], related: [], hidden: '', seeds: [] };
    return { id: `own-${at}`, own: true, title: some(6), line: some(14), body: some(60), ...empty, ...rest };
  });
  return [...libraryEntries, ...own];
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/** Processor time a key, so that a busy machine does not count: every query at three letters, half, and whole. */
function speed(name: string, search: Search, asked: readonly Query[]): void {
  const times: number[] = [];
  for (const { query } of asked) {
    for (const length of [3, Math.ceil(query.length / 2), query.length]) {
      const start = process.cpuUsage();
      search(query.slice(0, length));
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
  }
  times.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(13)} a key: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, n ${times.length}`,
  );
}

const load = () => `load ${loadavg()[0]!.toFixed(1)}`;
const asked = queries(libraryEntries);
const engines = {
  ours,
  MiniSearch: miniSearch,
  uFuzzy: await uFuzzy(),
  FlexSearch: await flexSearch(),
  'Fuse alone': fuseAlone,
};
console.log(`${asked.length} queries; Node ${process.versions.node}, ${load()}`);
console.log(`\nby idea, over the ${libraryEntries.length} notes of the library`);
const ideas = asked.filter(({ kind }) => kind === 'idea');
const stages = byIdea(libraryEntries);
for (const [name, search] of Object.entries(stages)) quality(name, search, ideas, []);
inEither('popup, among the first three of either group', [stages.words!, stages['encoder alone']!], ideas);
for (const count of [libraryEntries.length, 2000, 20_000]) {
  const entries = entriesUpTo(count);
  console.log(`\n${entries.length} notes, ${load()}`);
  for (const [name, make] of Object.entries(engines)) {
    // A search of it takes a second over more notes.
    if (name === 'Fuse alone' && count > libraryEntries.length) continue;
    const start = performance.now();
    const search = make(entries);
    search('first');
    console.log(`${name.padEnd(13)} built, and asked once, in ${(performance.now() - start).toFixed(0)} ms`);
    const some = (each: number) => asked.filter((_, at) => at % each === 0);
    speed(name, search, some(name === 'Fuse alone' ? 20 : 3));
    quality(name, search, name === 'Fuse alone' ? some(3) : asked, KINDS);
  }
}
console.log(`\n${load()} at the end`);
