// Finds texts that are nearly the same, by shared runs of words.
import { wordsOf } from '../engine/text/words.ts';

const RUN = 3;

/**
 * Pairs of texts whose runs of three stems overlap by at least `least` (Jaccard index, 0–1).
 * Runs that stand in more than 40 texts are too common to pair by.
 */
export function nearDuplicates<T extends { text: string }>(texts: readonly T[], least: number): [T, T][] {
  const runs = texts.map(({ text }) => runsOf(text));
  const holders = new Map<string, number[]>();
  runs.forEach((set, at) => {
    for (const run of set) {
      const known = holders.get(run);
      if (known) known.push(at);
      else holders.set(run, [at]);
    }
  });
  const shared = new Map<number, number>();
  for (const places of holders.values()) {
    if (places.length < 2 || places.length > 40) continue;
    for (let i = 0; i < places.length; i++) {
      for (let j = i + 1; j < places.length; j++) {
        const pair = places[i]! * texts.length + places[j]!;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...shared]
    .map(([pair, count]) => ({ a: Math.floor(pair / texts.length), b: pair % texts.length, count }))
    .filter(({ a, b, count }) => count / (runs[a]!.size + runs[b]!.size - count) >= least)
    .map(({ a, b }) => [texts[a]!, texts[b]!]);
}

function runsOf(text: string): Set<string> {
  const stems = wordsOf(text).map((word) => word.stem);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= Math.max(stems.length, RUN); i++) runs.add(stems.slice(i, i + RUN).join(' '));
  return runs;
}
