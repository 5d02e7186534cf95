// Learned relevance: which topics fit a passage, how surely, and which note of each.

import type { Thresholds } from '../suggest.ts';
import { blankInline } from '../text/prose.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Passage } from '../types.ts';
import calibration from './calibration.json' with { type: 'json' };
import { type Calibration, figuresOf, probability } from './calibration.ts';
import { evidenceOf } from './evidence.ts';
import type { LinearScores, LinearStage } from './linear.ts';
import type { Ranked, Relevance, Scores } from './relevance.ts';

/** How one stage's scores become probabilities. */
export interface StageCalibration {
  weights: Calibration;
  thresholds: Thresholds;
}

/** Both stages, and the linear logit of "worth saying" below which the encoder is not asked. */
export interface Calibrations {
  linear: StageCalibration;
  /** With both stages; `share` is the part of the linear logits that is added to the encoder's. */
  encoder: StageCalibration & { share: number };
  gate: number;
}

const TOPICS_SHOWN = 3;
/** What full nearness to a note's title and line adds to the logarithm of its share, in search by idea. */
const NEARNESS = 10;

/** The linear stage with its calibration; and, where an encoder was asked, the encoder's. */
export class LearnedRelevance implements Relevance {
  private last: { words: readonly Word[]; around: string; scores: LinearScores } | null = null;
  private context: { around: string; words: readonly Word[] } | null = null;

  constructor(
    private readonly stage: LinearStage,
    private readonly by: Calibrations = calibration,
  ) {}

  thresholds(scores?: Scores): Thresholds {
    return (scores ? this.by.encoder : this.by.linear).thresholds;
  }

  isOpen(passage: Passage, words: readonly Word[]): boolean {
    return this.linear(passage, words).worth >= this.by.gate;
  }

  rank(
    passage: Passage,
    words: readonly Word[],
    triggered: ReadonlySet<string>,
    mayCome: (note: string) => boolean,
    atLeast: number,
    scores?: Scores,
  ): Ranked[] {
    const { topics, worth } = this.together(this.linear(passage, words), scores);
    const order = [...topics.keys()].sort((a, b) => topics[b]! - topics[a]!);
    const logits = order.map((topic) => topics[topic]!);
    const { weights } = scores ? this.by.encoder : this.by.linear;
    const fitsOf = this.stage.notesOf(words);
    return order.slice(0, TOPICS_SHOWN).flatMap((topic, rank) => {
      const score = probability(figuresOf(logits, rank, worth, words.length), weights);
      if (score < atLeast) return [];
      const note = noteOf(fitsOf(topic), triggered, mayCome, scores);
      if (note === undefined) return [];
      const evidence = () =>
        evidenceOf(passage.text, words, (scores ?? this.stage).contributions(words, topic));
      return [{ note, score, evidence }];
    });
  }

  nearest(words: readonly Word[], scores?: Scores): Map<string, number> {
    const { topics } = this.together(this.stage.score(words), scores);
    const nearness = scores?.nearness();
    const fitsOf = this.stage.notesOf(words);
    const found = new Map<string, number>();
    [...shares(topics)].forEach((share, topic) => {
      const fits = fitsOf(topic);
      const ids = [...fits.keys()];
      const within = shares(ids.map((id) => scores?.notes.get(id) ?? fits.get(id)!));
      ids.forEach((id, at) => {
        found.set(id, share * within[at]! * Math.exp(NEARNESS * (nearness?.get(id) ?? 0)));
      });
    });
    const whole = [...found.values()].reduce((sum, value) => sum + value, 0);
    for (const [id, value] of found) found.set(id, value / whole);
    return found;
  }

  /** The linear scores; those of the last passage are kept, since it is asked about more than once. */
  private linear({ title = '', heading = '' }: Passage, words: readonly Word[]): LinearScores {
    const around = `${title}\n${heading}`;
    if (this.last?.words === words && this.last.around === around) return this.last.scores;
    if (this.context?.around !== around) this.context = { around, words: wordsOf(blankInline(around)) };
    const scores = this.stage.score(words, this.context.words);
    this.last = { words, around, scores };
    return scores;
  }

  /** The encoder's logits with a share of the linear ones: they err on different passages. */
  private together(linear: LinearScores, scores?: Scores): LinearScores {
    if (!scores) return linear;
    const { share } = this.by.encoder;
    return {
      topics: scores.topics.map((logit, topic) => logit + share * linear.topics[topic]!),
      worth: scores.worth + share * linear.worth,
    };
  }
}

/** The note that fits best, of those that may come; one whose trigger fired is before others. */
function noteOf(
  fits: ReadonlyMap<string, number>,
  triggered: ReadonlySet<string>,
  mayCome: (note: string) => boolean,
  scores?: Scores,
): string | undefined {
  let best: string | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [note, fit] of fits) {
    if (!mayCome(note)) continue;
    const total = (scores?.notes.get(note) ?? fit) + (triggered.has(note) ? 100 : 0);
    if (total > most) [best, most] = [note, total];
  }
  return best;
}

/** Logits as shares that sum to 1. */
function shares(logits: ArrayLike<number>): number[] {
  const list = Array.from(logits);
  const top = Math.max(...list);
  const raised = list.map((logit) => Math.exp(logit - top));
  const whole = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / whole);
}
