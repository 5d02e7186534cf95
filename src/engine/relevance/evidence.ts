// The words that carried a learned decision, as a span that a person can read.
import { sentencesOf } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { Evidence } from './relevance.ts';

const FEWEST = 4;
const MOST = 14;
/** What each further word costs, so that a span ends where nothing more is said. */
const COST = 0.15;

/**
 * The best run of words by `weights` (one a word), within one sentence, 4 to 14 words long.
 * Without words, the whole text.
 */
export function evidenceOf(text: string, words: readonly Word[], weights: Float32Array): Evidence {
  let best: Evidence = { start: 0, end: text.length };
  let most = Number.NEGATIVE_INFINITY;
  let at = 0;
  const typical = Math.max(
    0.01,
    weights.reduce((sum, weight) => sum + Math.abs(weight), 0) / Math.max(1, weights.length),
  );
  for (const sentence of sentencesOf(text)) {
    while (at < words.length && words[at]!.start < sentence.start) at++;
    const first = at;
    while (at < words.length && words[at]!.end <= sentence.end) at++;
    for (let from = first; from < at; from++) {
      let sum = 0;
      for (let to = from; to < Math.min(at, from + MOST); to++) {
        sum += weights[to]! - COST * typical;
        const long = to - from + 1 >= Math.min(FEWEST, at - first);
        if (long && sum > most) {
          most = sum;
          best = { start: words[from]!.start, end: words[to]!.end };
        }
      }
    }
  }
  return best;
}
