// What a relevance model gives the engine, whichever model it is.

import type { Thresholds } from '../suggest.ts';
import type { Word } from '../text/words.ts';
import type { Passage } from '../types.ts';

/** The words that carried a decision. UTF-16 offsets, end exclusive. */
export interface Evidence {
  start: number;
  end: number;
}

/** A note that a model finds relevant. */
export interface Ranked {
  note: string;
  /** Calibrated probability, 0–1. */
  score: number;
  /** Worked out only where the note is shown. */
  evidence(): Evidence;
}

/** What an encoder says of a passage, before calibration. */
export interface Scores {
  /** One logit a topic, in the library's order. */
  topics: Float32Array;
  /** Logit that anything is worth saying. */
  worth: number;
  /** One logit a note; they compare within a topic only. */
  notes: ReadonlyMap<string, number>;
  /** What each word adds to the logit of a topic: the evidence of a decision. */
  contributions(words: readonly Word[], topic: number): Float32Array;
  /** How near the text is to each note's own title and line, -1 to 1: for search by idea. */
  nearness(): ReadonlyMap<string, number>;
}

/** A trained model. */
export interface Relevance {
  /** What is sure enough for a mark and for the panel, after the linear stage alone or after both. */
  thresholds(scores?: Scores): Thresholds;
  /** Whether the linear stage leaves it open that anything is worth saying: then an encoder is asked. */
  isOpen(passage: Passage, words: readonly Word[]): boolean;
  /**
   * Notes at least `atLeast` sure, the best topic first.
   * @param triggered notes whose trigger fired: evidence for them
   * @param mayCome whether a note may be a hint at all: a topic is spoken for by the best of those
   * @param atLeast how sure a note must be to be worth it
   * @param scores what the encoder found, where it has been asked
   */
  rank(
    passage: Passage,
    words: readonly Word[],
    triggered: ReadonlySet<string>,
    mayCome: (note: string) => boolean,
    atLeast: number,
    scores?: Scores,
  ): Ranked[];
  /** The share of each note in what the words of a query may mean; all shares sum to 1. */
  nearest(words: readonly Word[], scores?: Scores): Map<string, number>;
}
