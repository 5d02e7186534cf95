// How often and how lately a note was met: each time counts one, and half of it is gone after two weeks.

const HALF_LIFE = 14 * 86_400_000;

/** The weight of meetings at `times` (ms since the epoch), as of `now`. */
export function frecency(times: readonly number[], now: number): number {
  return times.reduce((sum, at) => sum + 0.5 ** (Math.max(0, now - at) / HALF_LIFE), 0);
}
