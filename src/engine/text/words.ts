// Splits text into words with their stems and offsets.
import { stemmer } from 'stemmer';

/** One word of a text. `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Word {
  /** As written, in lower case, curly apostrophes made straight. */
  lower: string;
  stem: string;
  start: number;
  end: number;
  /** Starts with a capital. */
  capital: boolean;
  /** First of its sentence, or of the text. */
  first: boolean;
}

// A run of letters, marks and digits; apostrophes, inner hyphens and the points of a figure stay inside.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’.,]|-)(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;
const PLAIN_WORD = /^[a-z]+$/;
const SPLIT_AT = /[-.,](?=\p{L})|(?<=\p{L})[-.,](?=\p{N})/u;
const JOINED = /[-.,]/;
const LONGEST = 60;
const CACHE_LIMIT = 50_000;

const stems = new Map<string, string>();

/** Porter stem of a lower-case word (Porter 1980, "An algorithm for suffix stripping"); others stay as they are. */
export function stemOf(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const stem = PLAIN_WORD.test(bare) && bare.length <= LONGEST ? stemmer(bare) : bare;
  if (stems.size >= CACHE_LIMIT) stems.clear();
  stems.set(lower, stem);
  return stem;
}

/**
 * The words of `text` in order. Hyphenated words and words joined by points are taken apart
 * (`right-hand` is two words, `2.5` one). Linear in the length of the text.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentenceStart = true;
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const [found] = match;
    sentenceStart ||= endsSentence(text, last, match.index);
    last = match.index + found.length;
    if (!JOINED.test(found)) {
      words.push(word(found, match.index, sentenceStart));
      sentenceStart = false;
      continue;
    }
    let at = match.index;
    for (const part of found.split(SPLIT_AT)) {
      const start = text.indexOf(part, at);
      words.push(word(part, start, sentenceStart));
      sentenceStart = false;
      at = start + part.length;
    }
  }
  return words;
}

const [NEWLINE, BANG, POINT, COLON, QUESTION] = [10, 33, 46, 58, 63];

/** Whether a sentence ends between two words. */
function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT || code === NEWLINE || code === BANG || code === QUESTION || code === COLON)
      return true;
  }
  return false;
}

function word(written: string, start: number, first: boolean): Word {
  // A run of ten thousand letters is no word; its head is enough to tell it from others.
  const lower = lowered(written.length > LONGEST ? written.slice(0, LONGEST) : written);
  const initial = written.charCodeAt(0);
  return {
    lower,
    stem: stemOf(lower),
    start,
    end: start + written.length,
    capital: initial <= 127 ? initial >= 65 && initial <= 90 : written[0] !== written[0]!.toLowerCase(),
    first,
  };
}

function lowered(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}
