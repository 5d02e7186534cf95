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

const PAIR_SEED = 0x1b873593;
const SKIP_SEED = 0x38495ab5;
const CACHE_LIMIT = 50_000;

const hashes = new Map<string, number>();

/** Hash of a stem, kept: the same stems come all the time. */
function stemHash(stem: string): number {
  const known = hashes.get(stem);
  if (known !== undefined) return known;
  const hash = hash32(stem);
  if (hashes.size >= CACHE_LIMIT) hashes.clear();
  hashes.set(stem, hash);
  return hash;
}

/** Row of two stems, mixed by the finalizer of MurmurHash3 (Austin Appleby, public domain). */
function mixedRow(first: number, second: number, seed: number): number {
  let hash = Math.imul(first ^ seed, 0x85ebca6b) ^ Math.imul(second + seed, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) & (WORD_ROWS - 1);
}

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

/** Calls `each` with the rows of stems, of two stems in a row, and of two with one between, in order. */
export function forEachRow(words: readonly Word[], each: (row: number, word: number) => void): void {
  let previous = 0;
  let earlier = 0;
  for (let at = 0; at < words.length; at++) {
    const hash = stemHash(words[at]!.stem);
    each(hash & (WORD_ROWS - 1), at);
    if (at > 0) each(mixedRow(previous, hash, PAIR_SEED), at);
    if (at > 1) each(mixedRow(earlier, hash, SKIP_SEED), at);
    earlier = previous;
    previous = hash;
  }
}

/** Factor by which summed weights are scaled, so that long and short blocks compare. */
export const lengthScale = (words: number): number => 1 / Math.sqrt(words + 6);
