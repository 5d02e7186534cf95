// Learned relevance: which topics fit a passage, how surely, and which note of each.

import type { Thresholds } from '../suggest.ts';
import { blankInline } from '../text/prose.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Passage } from '../types.ts';
import calibration from './calibration.json' with { type: 'json' };
import { type Calibration, figuresOf, probability } from './calibration.ts';
import { evidenceOf } from './evidence.ts';
import type { LinearStage } from './linear.ts';
import type { Ranked, Relevance, Scores } from './relevance.ts';

/** How one stage's scores become probabilities. */
export interface StageCalibration {
  weights: Calibration;
  thresholds: Thresholds;
}

const TOPICS_SHOWN = 3;

/** The linear stage with its calibration; and, where an encoder was asked, the encoder's. */
export class LearnedRelevance implements Relevance {
  constructor(
    private readonly stage: LinearStage,
    private readonly linear: StageCalibration = calibration.linear,
  ) {}

  get thresholds(): Thresholds {
    return this.linear.thresholds;
  }

  rank(passage: Passage, words: readonly Word[], triggered: ReadonlySet<string>, _scores?: Scores): Ranked[] {
    const context = wordsOf(blankInline(`${passage.title ?? ''}\n${passage.heading ?? ''}`));
    const { topics, worth } = this.stage.score(words, context);
    const order = [...topics.keys()].sort((a, b) => topics[b]! - topics[a]!);
    const logits = order.map((topic) => topics[topic]!);
    return order.slice(0, TOPICS_SHOWN).flatMap((topic, rank) => {
      const note = this.noteOf(topic, words, triggered);
      if (note === undefined) return [];
      const figures = figuresOf(logits, rank, worth, words.length);
      const evidence = () => evidenceOf(passage.text, words, this.stage.contributions(words, topic));
      return [{ note, score: probability(figures, this.linear.weights), evidence }];
    });
  }

  /** The note of a topic that fits best; one whose trigger fired comes before others. */
  private noteOf(topic: number, words: readonly Word[], triggered: ReadonlySet<string>): string | undefined {
    let best: string | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const [note, fit] of this.stage.notesOf(words, topic)) {
      const total = fit + (triggered.has(note) ? 100 : 0);
      if (total > most) [best, most] = [note, total];
    }
    return best;
  }
}
