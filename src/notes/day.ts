// Ideas by the date alone, for when nothing is known of the person: another each day, none twice until all were shown.

import { hashOf } from '../engine/text/hash.ts';
import type { Note } from '../library/schema.ts';

const DAY_MS = 86_400_000;

/**
 * The note of a date.
 * @param notes all that could be shown; those that would embarrass on a shared screen are left out
 * @param topics topics the person chose, or none for all
 * @param another how often another was asked for on that date
 */
export function ideaOf(
  notes: readonly Note[],
  topics: readonly string[],
  date: string,
  another: number,
): Note | undefined {
  const shareable = notes.filter((note) => note.place === 'page');
  const chosen = shareable.filter((note) => topics.includes(note.topic));
  const order = (chosen.length > 0 ? chosen : shareable)
    .map((note) => ({ note, rank: hashOf(note.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  // Others of a day come from half the row away, so that tomorrow's is not spent today.
  const shift = another === 0 ? 0 : Math.floor(order.length / 2) + another - 1;
  return order[(day + shift) % order.length]?.note;
}
