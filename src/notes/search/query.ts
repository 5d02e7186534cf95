// What was typed, taken apart: words, and filters such as `topic:decisions`.
import { fold, wordsIn } from './fold.ts';

export const FILTERS = ['topic', 'tag', 'source'] as const;
export type Filter = (typeof FILTERS)[number];

/** A query in parts. */
export interface Query {
  words: string[];
  filters: { by: Filter; value: string }[];
  /** Letters follow the last word directly: it may be a beginning. */
  open: boolean;
  /** The words as typed, without filters. */
  text: string;
}

const FILTER = /(?:^|\s)(topic|tag|source):(?:"([^"]*)"?|(\S*))/gi;
const MOST_WORDS = 12;

/** Takes a query apart. */
export function parseQuery(typed: string): Query {
  const filters: Query['filters'] = [];
  const text = typed.replace(
    FILTER,
    (_all, by: string, quoted: string | undefined, plain: string | undefined) => {
      const value = fold(quoted ?? plain ?? '');
      if (value) filters.push({ by: by.toLowerCase() as Filter, value });
      return ' ';
    },
  );
  const words = wordsIn(text).map((word) => word.text);
  return { words: words.slice(0, MOST_WORDS), filters, open: !/\s$/.test(typed), text: text.trim() };
}
