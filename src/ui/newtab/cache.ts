// What the first frame of the new tab goes by: copies in localStorage, which alone can be read without waiting. Never
// the truth: Firefox clears it with the history, and some people forbid it; then the page waits for the truth.

/** Whose page a new tab is: `browser` or `staffwise`. */
const WHOSE = 'newTab';
const FRAME = 'frame';
const AHEAD = 'frameAhead';
const LAND = 'landShown';

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forbidden or full: the next new tab waits a little longer.
  }
}

/** Whether the new tab was handed back, as far as is known before the settings are read. */
export const handedBack = (): boolean => kept(WHOSE) === 'browser';

/** Copies whose page a new tab is. */
export const keepWhose = (whose: 'staffwise' | 'browser'): void => keep(WHOSE, whose);

/** The page as it was drawn last, as text; empty where there is none. */
export const keptFrame = (): string => kept(FRAME);

/** Keeps the page as it is drawn. */
export const keepFrame = (frame: string): void => keep(FRAME, frame);

/** The page that was made ahead for the next day, as text; empty where there is none. */
export const keptAhead = (): string => kept(AHEAD);

/** Keeps a page for the next day. */
export const keepAhead = (frame: string): void => keep(AHEAD, frame);

/** Whether this is the first art of a date; it is not any more from now on. */
export function firstLand(date: string): boolean {
  const first = kept(LAND) !== date;
  if (first) keep(LAND, date);
  return first;
}
