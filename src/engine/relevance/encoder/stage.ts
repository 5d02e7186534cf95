// The encoder with its heads: what it says of a text, and which words made it say so.
import type { Word } from '../../text/words.ts';
import type { Scores } from '../relevance.ts';
import type { ScoreText } from '../second-stage.ts';
import type { Encoder, Reading } from './encoder.ts';
import { type Heads, nearnessOf, pieceWeights, scoresOf } from './heads.ts';

/** Scores texts; some 50 ms for a hundred words. Of what was read only the last is kept: states are large. */
export function scoreText(encoder: Encoder, heads: Heads): ScoreText {
  let last: { text: string; reading: Reading } | undefined;
  const read = (text: string): Reading => {
    if (last?.text !== text) last = { text, reading: encoder.read(text) };
    return last.reading;
  };
  return (text): Scores => {
    const { vector } = read(text);
    return {
      ...scoresOf(vector, heads),
      contributions: (words, topic) => contributions(read(text), heads, words, topic),
      nearness: () => nearnessOf(vector, heads),
    };
  };
}

/** What each word adds to the logit of a topic, over the text's average. */
function contributions(
  { pieces, states }: Reading,
  heads: Heads,
  words: readonly Word[],
  topic: number,
): Float32Array {
  const weights = pieceWeights(states, topic, heads);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const sums = new Float32Array(words.length);
  let at = 0;
  pieces.forEach(({ start }, piece) => {
    while (at < words.length && words[at]!.end <= start) at++;
    if (at < words.length && words[at]!.start <= start) sums[at]! += weights[piece]! - mean;
  });
  return sums;
}
