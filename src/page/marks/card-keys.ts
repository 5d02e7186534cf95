// What a key does while a card is open. The focus stays where it was, so keys are taken or left one by one.

export interface Key {
  key: string;
  /** Control, Meta or Alt is held. */
  modified: boolean;
  shift: boolean;
  composing: boolean;
}

/** What becomes of a key: `take` it from the page or leave it, and what the card does. */
export interface Outcome {
  take: boolean;
  /** The action that becomes active. */
  active?: number;
  run?: boolean;
  close?: boolean;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * @param active index of the active action, or null while none is: then Enter belongs to the page
 * @param count how many actions there are
 */
export function onKey(
  { key, modified, shift, composing }: Key,
  active: number | null,
  count: number,
): Outcome {
  if (key === 'Escape' && !composing) return { take: true, close: true };
  if (modified || composing) return { take: false };
  const step = key === 'Tab' ? (shift ? -1 : 1) : shift ? 0 : STEPS[key];
  if (step) {
    const from = active ?? (step > 0 ? -1 : 0);
    return { take: true, active: (from + step + count) % count };
  }
  if (key === 'Enter' && active !== null && !shift) return { take: true, run: true };
  return { take: false, close: key.length === 1 };
}
