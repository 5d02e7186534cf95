// Rates as they are printed: count, percent, and the 95 % interval.

/** Wilson score interval of a share (Wilson 1927), both ends 0–1. */
export function wilson(count: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = count / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** `12/40 30.0 % (18.1–45.4)`. */
export function share(count: number, of: number): string {
  const [low, high] = wilson(count, of).map((value) => (value * 100).toFixed(1));
  return `${count}/${of} ${((count / Math.max(1, of)) * 100).toFixed(1)} % (${low}–${high})`;
}
