// The second look: an encoder's scores for passages that the linear stage leaves open.
import type { Scores } from './relevance.ts';

/** What scores a text; made by `createEncoder` and its heads. */
export type ScoreText = (text: string) => Scores;

const CACHE_LIMIT = 2000;

/** Keeps what an encoder said, by text, so that a keystroke asks about one block only. */
export class SecondStage {
  private readonly known = new Map<string, Scores>();

  constructor(private readonly score: ScoreText) {}

  /** The scores of a text, computed at most once while it is kept. */
  scores(text: string): Scores {
    const known = this.known.get(text);
    if (known) return known;
    const scores = this.score(text);
    if (this.known.size >= CACHE_LIMIT) this.known.delete(this.known.keys().next().value!);
    this.known.set(text, scores);
    return scores;
  }
}
