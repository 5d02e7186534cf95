// From logits to the probability that a topic is right: logistic regression over a few figures of a decision.

/** Figures of one candidate topic of a passage, in the order of the weights. */
export const FIGURES = ['bias', 'logit', 'margin', 'rest', 'worth', 'length', 'second', 'third'] as const;

/** One weight for each of `FIGURES`. */
export type Calibration = readonly number[];

const clip = (value: number): number => Math.max(-8, Math.min(8, value));

/**
 * Figures of the candidate at `rank` (0 is best).
 * @param logits topic logits, sorted from the best down
 * @param worth logit that anything is worth saying
 * @param words length of the passage
 */
export function figuresOf(logits: readonly number[], rank: number, worth: number, words: number): number[] {
  const own = logits[rank]!;
  const rival = rank === 0 ? logits[1]! : logits[0]!;
  const rest = (logits[3]! + logits[4]! + logits[5]!) / 3;
  return [
    1,
    clip(own),
    clip(own - rival),
    clip(own - rest),
    clip(worth),
    Math.log(words + 1) - 3.5,
    rank === 1 ? 1 : 0,
    rank === 2 ? 1 : 0,
  ];
}

/** Calibrated probability, 0–1. */
export function probability(figures: readonly number[], weights: Calibration): number {
  let sum = 0;
  for (let i = 0; i < figures.length; i++) sum += figures[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-sum));
}
