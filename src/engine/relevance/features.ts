// Features of the linear model: stems, pairs of stems, and character runs inside words, hashed into one table.
import type { Word } from '../text/words.ts';

/** Rows of the table for stems and pairs, and for character runs. */
export const WORD_ROWS = 1 << 15;
export const RUN_ROWS = 1 << 14;
export const ROWS = WORD_ROWS + RUN_ROWS;

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
const LONGEST_WORD = 24;

/** 32-bit FNV-1a hash of a string (Fowler, Noll, Vo), finished so that its low bits can be used. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const STEM_SEED = 0x9747b28c;
const PAIR_SEED = 0x1b873593;
const SKIP_SEED = 0x38495ab5;

/** Row of a single stem. */
export const stemRow = (stem: string): number => hash32(stem, STEM_SEED) % WORD_ROWS;
/** Row of two stems in a row. */
export const pairRow = (first: string, second: string): number =>
  hash32(`${first} ${second}`, PAIR_SEED) % WORD_ROWS;
/** Row of two stems with one word between. */
export const skipRow = (first: string, second: string): number =>
  hash32(`${first} ${second}`, SKIP_SEED) % WORD_ROWS;

/** Rows of the character runs of a word, its edges marked. */
export function runRows(lower: string): number[] {
  const padded = `<${lower.slice(0, LONGEST_WORD)}>`;
  const rows: number[] = [];
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
    for (let at = 0; at + length <= padded.length; at++) {
      rows.push(WORD_ROWS + (hash32(padded.slice(at, at + length)) % RUN_ROWS));
    }
  }
  return rows;
}

/** Calls `each` with the rows of stems and pairs of `words`, in order. */
export function forEachRow(words: readonly Word[], each: (row: number, word: number) => void): void {
  let previous = '';
  let earlier = '';
  for (let at = 0; at < words.length; at++) {
    const { stem } = words[at]!;
    each(stemRow(stem), at);
    if (previous) each(pairRow(previous, stem), at);
    if (earlier) each(skipRow(earlier, stem), at);
    earlier = previous;
    previous = stem;
  }
}

/** Factor by which summed weights are scaled, so that long and short blocks compare. */
export const lengthScale = (words: number): number => 1 / Math.sqrt(words + 6);
