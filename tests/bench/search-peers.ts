// Named peers of search, one setting each, chosen for text of several fields with misspellings and tuned on no query.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { ensurePackages, root } from '../../scripts/setup.mjs';
import type { Entry } from '../../src/notes/entry.ts';

/** Ids of the notes that a query finds, the best first. */
export type Search = (query: string) => string[];

const folder = join(root, 'tests/bench/peers');
const MOST = 20;
const FIELDS = ['title', 'line', 'idea', 'topicName', 'body'] as const;

/** MiniSearch: BM25+ with boosted fields, misspellings and a beginning as the last word. */
export function miniSearch(entries: readonly Entry[]): Search {
  const index = new MiniSearch<Entry>({
    fields: [...FIELDS, 'hidden'],
    searchOptions: {
      boost: { title: 4, line: 2, idea: 2 },
      fuzzy: 0.25,
      prefix: (_term, at, terms) => at === terms.length - 1,
    },
  });
  index.addAll(entries);
  return (query) => index.search(query).map(({ id }) => id as string);
}

/** Fuse.js over every entry, with the weights that ours gives it. */
export function fuseAlone(entries: readonly Entry[]): Search {
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 4 },
      { name: 'line', weight: 2 },
      { name: 'idea', weight: 2 },
      'topicName',
      'body',
    ],
    useTokenSearch: true,
    threshold: 0.3,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return (query) => fuse.search(query, { limit: MOST }).map(({ item }) => item.id);
}

interface UFuzzy {
  search(
    haystack: string[],
    needle: string,
    outOfOrder: number,
    infoThreshold: number,
  ): [number[] | null, { idx: number[] } | null, number[] | null];
}

/** uFuzzy: one error a word, words in any order; a note is one text, its title first, since it knows no fields. */
export async function uFuzzy(): Promise<(entries: readonly Entry[]) => Search> {
  const made = (await load('@leeoniya/ufuzzy/dist/uFuzzy.mjs')) as {
    default: new (options: object) => UFuzzy;
  };
  const fuzzy = new made.default({ intraMode: 1 });
  const [outOfOrder, infoThreshold] = [4, 1000];
  return (entries) => {
    const haystack = entries.map((entry) => FIELDS.map((field) => entry[field]).join('\n'));
    return (query) => {
      const [found, info, order] = fuzzy.search(haystack, query, outOfOrder, infoThreshold);
      const best = info && order ? order.map((at) => info.idx[at]!) : (found ?? []);
      return best.slice(0, MOST).map((at) => entries[at]!.id);
    };
  };
}

interface FlexDocument {
  add(entry: Entry): void;
  search(query: string, options: object): { id: string }[];
}

/** FlexSearch: a document index, words by their beginnings, sound-alike letters taken as one, some words may be missing. */
export async function flexSearch(): Promise<(entries: readonly Entry[]) => Search> {
  const { Document, Charset } = (await load('flexsearch/dist/flexsearch.bundle.module.min.mjs')) as {
    Document: new (options: object) => FlexDocument;
    Charset: { LatinBalance: object };
  };
  const index = FIELDS.map((field) => ({ field, tokenize: 'forward', encoder: Charset.LatinBalance }));
  return (entries) => {
    const made = new Document({ document: { id: 'id', index } });
    for (const entry of entries) made.add(entry);
    return (query) => made.search(query, { limit: MOST, suggest: true, merge: true }).map(({ id }) => id);
  };
}

async function load(path: string): Promise<object> {
  ensurePackages(folder);
  return import(/* @vite-ignore */ pathToFileURL(join(folder, 'node_modules', path)).href);
}
