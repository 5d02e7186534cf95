// Notes found by meaning, joined to those found by words.
import type { Entry } from '../entry.ts';

/** A rank counts less and less; what is found by words counts a little more, since the words are really there. */
const BY_WORDS = 1;
const BY_IDEA = 2;
const DEEPEST = 20;

/**
 * One list of two, by their ranks (reciprocal rank fusion, Cormack 2009): their scores are of different kinds.
 * @returns the best first, with scores from 0 to 1
 */
export function joinIdeas(
  byWords: readonly Entry[],
  byIdea: readonly Entry[],
): { entry: Entry; score: number }[] {
  const scores = new Map<Entry, number>();
  const add = (entries: readonly Entry[], offset: number) =>
    entries.slice(0, DEEPEST).forEach((entry, rank) => {
      scores.set(entry, (scores.get(entry) ?? 0) + 1 / (offset + rank));
    });
  add(byWords, BY_WORDS);
  add(byIdea, BY_IDEA);
  const most = 1 / BY_WORDS + 1 / BY_IDEA;
  return [...scores]
    .map(([entry, score]) => ({ entry, score: score / most }))
    .sort((a, b) => b.score - a.score);
}
