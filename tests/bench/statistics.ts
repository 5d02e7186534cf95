// What is said of a series of times.

/** The value below which `share` of the series lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A random number generator that gives the same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The difference of a quantile between two series, with its 95 % bootstrap interval. */
export function difference(
  withUs: readonly number[],
  without: readonly number[],
  share: number,
): { value: number; low: number; high: number } {
  const random = seeded(7);
  const draw = (values: readonly number[]) => values.map(() => values[Math.floor(random() * values.length)]!);
  const drawn = Array.from(
    { length: 1000 },
    () => quantile(draw(withUs), share) - quantile(draw(without), share),
  );
  return {
    value: quantile(withUs, share) - quantile(without, share),
    low: quantile(drawn, 0.025),
    high: quantile(drawn, 0.975),
  };
}

const ROUNDS = 5;

/** Milliseconds of each of five runs, after one that does not count. */
export function timed(run: () => void): number[] {
  run();
  return Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
}

/** A time as it is printed. */
export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
