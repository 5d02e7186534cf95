// Search by words over library and own notes: narrowed by an index, ranked by Fuse. Pure: no browser.
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Entry } from './entry.ts';
import { fold, wordsIn } from './search/fold.ts';
import { type Candidate, firstOf, Narrowing } from './search/narrow.ts';
import { type Filter, parseQuery, type Query } from './search/query.ts';
import { editDistance } from './search/terms.ts';

/** A stretch of text that matched; end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** An entry that was found. */
export interface Found {
  entry: Entry;
  /** 0–1, 1 the best. */
  score: number;
  /** How much of what was typed it holds, 0–1. */
  coverage: number;
}

const RANKED = 30;
const LEAST_SHARE = 0.5;
const FUSE_SHARE = 0.6;
const MOST_BOOST = 0.25;
const BODY_LETTERS = 300;

const FUSE: IFuseOptions<Ranked> = {
  keys: [
    { name: 'title', weight: 4 },
    { name: 'idea', weight: 2 },
    { name: 'topic', weight: 1 },
    { name: 'body', weight: 1 },
  ],
  useTokenSearch: true,
  threshold: 0.3,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  includeScore: true,
};

interface Ranked {
  candidate: Candidate;
  title: string;
  idea: string;
  topic: string;
  body: string;
}

/** An index is made once for a list of entries, at its first search: opening a page waits for none. */
const indexes = new WeakMap<readonly Entry[], Narrowing>();
/** Small ones, for what is typed before the whole one is there. */
const small = new WeakMap<readonly Entry[], Narrowing>();

function indexOf(entries: readonly Entry[]): Narrowing {
  let index = indexes.get(entries);
  if (!index) {
    index = new Narrowing(entries);
    indexes.set(entries, index);
  }
  return index;
}

function smallIndexOf(entries: readonly Entry[]): Narrowing {
  const known = indexes.get(entries) ?? small.get(entries);
  if (known) return known;
  const index = new Narrowing(entries, true);
  small.set(entries, index);
  return index;
}

/** Search on every key over lists of entries; each list keeps its own index, so that a change costs that list's alone. */
export class NoteSearch {
  /**
   * @param lists what can be found
   * @param boost how often and how lately an entry was used, 0 for never; see `frecency`
   */
  constructor(
    private readonly lists: readonly (readonly Entry[])[],
    private readonly boost: (id: string) => number = () => 0,
  ) {}

  /** The same with another list in the place of the first; the others keep their indexes. */
  withFirst(entries: readonly Entry[]): NoteSearch {
    return new NoteSearch([entries, ...this.lists.slice(1)], this.boost);
  }

  /** Makes the indexes before anything is typed. */
  prepare(): void {
    for (const entries of this.lists) indexOf(entries);
  }

  /** What `typed` finds, the best first; a query of filters alone lists all that pass them. */
  search(typed: string): Found[] {
    return this.find(typed, indexOf);
  }

  /** The same, by titles and lines alone until `prepare` has been called: for a page that has just opened. */
  searchAtOnce(typed: string): Found[] {
    return this.find(typed, smallIndexOf);
  }

  private find(typed: string, indexFor: (entries: readonly Entry[]) => Narrowing): Found[] {
    const query = parseQuery(typed);
    const passes = (entry: Entry) => query.filters.every(({ by, value }) => filterFits(entry, by, value));
    if (query.words.length === 0) {
      if (query.filters.length === 0) return [];
      return this.lists.flatMap((entries) =>
        entries.filter(passes).map((entry) => ({ entry, score: 1, coverage: 1 })),
      );
    }
    const all = this.lists
      .flatMap((entries) => {
        const index = indexFor(entries);
        return index.candidates(index.expand(query.words, query.open), passes, RANKED);
      })
      .sort(firstOf)
      .slice(0, RANKED);
    // Where one entry answers every word, those that answer less than half are noise.
    const best = Math.max(0, ...all.map(({ coverage }) => coverage));
    return this.rank(
      query,
      all.filter(({ coverage }) => coverage >= best * LEAST_SHARE),
    );
  }

  private rank(query: Query, candidates: readonly Candidate[]): Found[] {
    const best = Math.max(...candidates.map(({ score }) => score));
    const fuse = new Fuse(candidates.map(ranked), FUSE);
    const closeness = new Map(
      fuse.search(query.text).map(({ item, score }) => [item.candidate, 1 - (score ?? 1)]),
    );
    return candidates
      .map((candidate) => {
        const { entry, score, coverage, headed } = candidate;
        const match = FUSE_SHARE * (closeness.get(candidate) ?? 0) + (1 - FUSE_SHARE) * (score / best);
        const used = this.boost(entry.id);
        const lifted = (match * (1 + (MOST_BOOST * used) / (used + 3))) / (1 + MOST_BOOST);
        // However well a body matches, a note that is about the words by its title or topic stands above it.
        return { entry, score: (Number(headed) + lifted) / 2, coverage };
      })
      .sort((a, b) => b.score - a.score);
  }
}

function ranked(candidate: Candidate): Ranked {
  const { entry } = candidate;
  const body = `${entry.body.slice(0, BODY_LETTERS)} ${entry.step} ${entry.question}`;
  const idea = `${entry.line} ${entry.idea}`;
  return { candidate, title: entry.title, idea, topic: entry.topicName, body };
}

function filterFits(entry: Entry, by: Filter, value: string): boolean {
  const candidates = {
    topic: [entry.topic, entry.topicName],
    tag: entry.tags,
    source: entry.sources.flatMap((source) => [source.author, source.work]),
  }[by];
  return candidates.some((candidate) => fold(candidate).includes(value));
}

/** Where the words of a query stand in a text: a word, its beginning, or a misspelling of it. */
export function matchesIn(text: string, typed: string): Span[] {
  const { words } = parseQuery(typed);
  return wordsIn(text).flatMap(({ text: word, start, end }) => {
    if (words.some((wanted) => wanted === word)) return [{ start, end }];
    const beginning = words.find((wanted) => word.startsWith(wanted));
    if (beginning) return [{ start, end: start + beginning.length }];
    return words.some((wanted) => misspelt(wanted, word)) ? [{ start, end }] : [];
  });
}

function misspelt(wanted: string, word: string): boolean {
  if (wanted.length < 4) return false;
  const most = wanted.length >= 7 ? 2 : 1;
  return editDistance(wanted, word, most) <= most;
}

/** A stretch of `text` of about `length` letters around its first match, cut at words. */
export function excerpt(text: string, typed: string, length: number): string {
  const first = matchesIn(text, typed)[0];
  if (!first || first.end <= length) return text.length <= length ? text : `${text.slice(0, length)}…`;
  const start = text.indexOf(' ', Math.max(0, first.start - Math.floor(length / 2))) + 1;
  const end = Math.min(text.length, start + length);
  return `…${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
