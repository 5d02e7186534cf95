// The terms of all entries, sorted, and for each word typed those it can mean: itself, a beginning, a misspelling.
import { stemOf } from '../../engine/text/words.ts';

const MOST_PREFIXES = 200;
const LAST_PREFIX = 0.85;
const INNER_PREFIX = 0.6;
/** Another form of the word: "approve" finds "approval". */
const SAME_STEM = 0.8;
const SHORTEST_STEM = 4;
const ONE_ERROR = 0.7;
const TWO_ERRORS = 0.4;
/** A word this long may have one error, or two. */
const ONE_ERROR_FROM = 4;
const TWO_ERRORS_FROM = 7;

/** What a word can mean. */
export interface Expansion {
  /** Term numbers with how well each fits, 0–1. */
  fits: Map<number, number>;
  /** Those among them that are the word, or begin with it. */
  asTyped: ReadonlySet<number>;
}

/** A sorted list of terms that can be asked with beginnings and misspellings. */
export class Terms {
  private grams: Map<string, number[]> | undefined;

  /** @param terms sorted, each once */
  constructor(private readonly terms: readonly string[]) {}

  /** The terms that `word` can mean; `last` is the word that is still being typed. */
  expand(word: string, last: boolean): Expansion {
    const found: Expansion['fits'] = new Map();
    this.addPrefixes(word, last ? LAST_PREFIX : INNER_PREFIX, found);
    const asTyped = new Set(found.keys());
    const stem = stemOf(word);
    if (stem !== word && stem.length >= SHORTEST_STEM) this.addPrefixes(stem, SAME_STEM, found);
    // A word that is there as typed is hardly misspelt: one error may still be meant, two are not.
    const allowed = word.length >= TWO_ERRORS_FROM && found.size === 0 ? 2 : 1;
    if (word.length >= ONE_ERROR_FROM) this.addMisspelt(word, last, allowed, found);
    return { fits: found, asTyped };
  }

  private addPrefixes(word: string, fit: number, found: Expansion['fits']): void {
    const first = this.firstFrom(word);
    for (let at = first; at < this.terms.length && at - first < MOST_PREFIXES; at++) {
      const term = this.terms[at]!;
      if (!term.startsWith(word)) return;
      const share = word.length / term.length;
      if (!found.has(at)) found.set(at, term === word ? 1 : fit * (0.5 + 0.5 * share));
    }
  }

  private firstFrom(word: string): number {
    let [low, high] = [0, this.terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addMisspelt(word: string, last: boolean, allowed: number, found: Expansion['fits']): void {
    const wanted = gramsOf(word);
    const shared = new Map<number, number>();
    for (const gram of wanted) {
      for (const term of this.gramIndex().get(gram) ?? []) shared.set(term, (shared.get(term) ?? 0) + 1);
    }
    // Each error breaks at most two bigrams (three where letters change places).
    const least = Math.max(1, wanted.length - 3 * allowed);
    for (const [at, count] of shared) {
      if (count < least || found.has(at)) continue;
      const fit = this.misspeltFit(word, this.terms[at]!, allowed, last);
      if (fit > 0) found.set(at, fit);
    }
  }

  private misspeltFit(word: string, term: string, allowed: number, last: boolean): number {
    if (Math.abs(term.length - word.length) <= allowed) {
      const errors = editDistance(word, term, allowed);
      if (errors <= allowed) return errors === 1 ? ONE_ERROR : TWO_ERRORS;
    }
    if (!last || term.length <= word.length) return 0;
    const beginnings = [word.length - 1, word.length, word.length + 1].map((length) => term.slice(0, length));
    return beginnings.some((beginning) => editDistance(word, beginning, 1) <= 1) ? TWO_ERRORS : 0;
  }

  /** Built at the first misspelling: most queries need none. */
  private gramIndex(): Map<string, number[]> {
    if (this.grams) return this.grams;
    const grams = new Map<string, number[]>();
    this.terms.forEach((term, at) => {
      for (const gram of new Set(gramsOf(term))) {
        const list = grams.get(gram);
        if (list) list.push(at);
        else grams.set(gram, [at]);
      }
    });
    this.grams = grams;
    return grams;
  }
}

function gramsOf(word: string): string[] {
  const edged = `^${word}`;
  return Array.from({ length: edged.length - 1 }, (_, at) => edged.slice(at, at + 2));
}

/** Insertions, deletions, replacements and swaps of neighbors between two words; more than `most` is not counted out. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let earlier: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(before[column]! + 1, line[column - 1]! + 1, before[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, earlier[column - 2]! + 1);
      }
      line.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    [earlier, before] = [before, line];
  }
  return before[b.length]!;
}
