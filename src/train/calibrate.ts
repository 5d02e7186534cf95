// Fits the calibration on folds of the library: what a model says of notes that it has not seen.
import { type Calibration, FIGURES, figuresOf, probability } from '../engine/relevance/calibration.ts';
import type { StageCalibration } from '../engine/relevance/learned.ts';
import { LinearStage } from '../engine/relevance/linear.ts';
import { blankInline } from '../engine/text/prose.ts';
import { wordsOf } from '../engine/text/words.ts';
import { fitLinear, type Labelled } from './linear.ts';

const FOLDS = 3;
const STEPS = 400;
const RATE = 0.5;
const RIDGE = 1e-3;
/** Precision that a mark and a line in the panel are to have on the folds. */
const MARK_PRECISION = 0.85;
const PANEL = 0.2;

/** One candidate topic of a held-out passage. */
export interface Candidate {
  figures: number[];
  right: boolean;
  rank: number;
}

/** Candidates of every passage, each scored by a model that has not seen its note. */
export function heldOut(passages: readonly Labelled[], topics: readonly string[]): Candidate[] {
  const foldOf = (passage: Labelled, at: number) => (passage.note ? foldOfName(passage.note) : at % FOLDS);
  const folds = passages.map(foldOf);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitLinear(
      passages.filter((_, at) => folds[at] !== fold),
      topics,
      [],
    );
    const stage = new LinearStage(model);
    return passages
      .filter((_, at) => folds[at] === fold)
      .flatMap((passage) => candidatesOf(stage, passage, topics));
  }).flat();
}

function candidatesOf(stage: LinearStage, passage: Labelled, topics: readonly string[]): Candidate[] {
  const words = wordsOf(blankInline(passage.text));
  const scores = stage.score(words);
  const order = [...scores.topics.keys()].sort((a, b) => scores.topics[b]! - scores.topics[a]!);
  const logits = order.map((topic) => scores.topics[topic]!);
  return order.slice(0, 3).map((topic, rank) => ({
    figures: figuresOf(logits, rank, scores.worth, words.length),
    right: passage.topics.includes(topics[topic]!),
    rank,
  }));
}

function foldOfName(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % FOLDS;
}

/** Logistic regression by gradient descent over all candidates; deterministic. */
export function fitCalibration(candidates: readonly Candidate[]): Calibration {
  const weights = new Array<number>(FIGURES.length).fill(0);
  const velocity = new Array<number>(FIGURES.length).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    for (const { figures, right } of candidates) {
      const error = (probability(figures, weights) - (right ? 1 : 0)) / candidates.length;
      for (let i = 0; i < gradient.length; i++) gradient[i]! += error * figures[i]!;
    }
    for (let i = 0; i < weights.length; i++) {
      velocity[i] = 0.9 * velocity[i]! - RATE * gradient[i]!;
      weights[i]! += velocity[i]!;
    }
  }
  return weights.map((weight) => Math.round(weight * 1e5) / 1e5);
}

/** Calibration, and the lowest threshold at which marks of the best candidate are right often enough. */
export function calibrate(candidates: readonly Candidate[]): StageCalibration {
  const weights = fitCalibration(candidates);
  const best = candidates
    .filter((candidate) => candidate.rank === 0)
    .map(({ figures, right }) => ({ p: probability(figures, weights), right }))
    .sort((a, b) => b.p - a.p);
  let rights = 0;
  // Where no threshold is precise enough, only triggers are marked.
  let mark = 0.85;
  best.forEach(({ p, right }, at) => {
    if (right) rights++;
    if (at >= 30 && rights / (at + 1) >= MARK_PRECISION) mark = p;
  });
  return { weights, thresholds: { mark: Math.max(mark, 0.5), panel: PANEL, beside: PANEL } };
}
