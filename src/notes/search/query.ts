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
const SMALL = new Set(
  'a an and are as at be but by do does for from has have how i if in is it its me my no not of on or our so that the their then they this to too was we what when where which who why will with you your'.split(
    ' ',
  ),
);

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
  const all = wordsIn(text).map((word) => word.text);
  const open = !/\s$/.test(typed);
  // Small words say little, unless they are all there is, or the last one that is still being typed.
  const telling = all.filter(
    (word, at) => !SMALL.has(word) || (open && at === all.length - 1 && all.length === 1),
  );
  const words = telling.length > 0 ? telling : all;
  return {
    words: words.slice(0, MOST_WORDS),
    filters,
    open: open && words.at(-1) === all.at(-1),
    text: text.trim(),
  };
}
