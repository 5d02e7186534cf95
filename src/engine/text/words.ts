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
  /** What is known of the word wherever it stands. */
  known: KnownWord;
}

interface KnownWord {
  stem: string;
  number: boolean;
  date: boolean;
}

// A run of letters, marks and digits; apostrophes, inner hyphens and the points of a figure stay inside.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’.,]|-)(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;
/** The same for a text of ASCII, several times as fast. */
const ASCII_WORD = /[A-Za-z0-9]+(?:['.,-][A-Za-z0-9]+)*/g;
const NOT_ASCII = /[\u0080-\uffff]/;
const PLAIN_WORD = /^[a-z]+$/;
const SPLIT_AT = /[-.,](?=\p{L})|(?<=\p{L})[-.,](?=\p{N})/u;
const JOINED = /[-.,]/;
const LONGEST = 60;
const CACHE_LIMIT = 50_000;

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const YEAR_OR_QUARTER = /^(?:19|20)\d\d|^q[1-4]$/;
const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|several|couple|dozen|few)$/;

const knownWords = new Map<string, KnownWord>();

/** What is known of a lower-case word, kept: the same words come all the time. */
function knownOf(lower: string): KnownWord {
  const kept = knownWords.get(lower);
  if (kept) return kept;
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const first = lower.charCodeAt(0);
  const found = {
    stem: PLAIN_WORD.test(bare) && bare.length <= LONGEST ? stemmer(bare) : bare,
    number: (first >= 48 && first <= 57) || NUMBER_WORD.test(lower),
    date: MONTH.test(lower) || DAY.test(lower) || YEAR_OR_QUARTER.test(lower),
  };
  if (knownWords.size >= CACHE_LIMIT) knownWords.clear();
  knownWords.set(lower, found);
  return found;
}

/** Porter stem of a lower-case word (Porter 1980, "An algorithm for suffix stripping"); others stay as they are. */
export function stemOf(lower: string): string {
  return knownOf(lower).stem;
}

/**
 * The words of `text` in order. Hyphenated words and words joined by points are taken apart
 * (`right-hand` is two words, `2.5` one). Linear in the length of the text.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentenceStart = true;
  let last = 0;
  const pattern = NOT_ASCII.test(text) ? WORD : ASCII_WORD;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
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
  const known = knownOf(lower);
  return {
    lower,
    stem: known.stem,
    known,
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
