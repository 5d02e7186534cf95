// Ideas by the date alone, for when nothing is known of the person: another each day, none twice until all were shown.

import { hashOf } from '../engine/text/hash.ts';
import type { Title } from '../library/schema.ts';

const DAY_MS = 86_400_000;

/**
 * The notes of a date, as many as `count`: its own, then others that may be asked for.
 * @param notes all that could be shown; those that would embarrass on a shared screen are left out
 * @param topics topics the person chose, or none for all
 */
export function ideasOf<Idea extends Pick<Title, 'id' | 'topic' | 'place'>>(
  notes: readonly Idea[],
  topics: readonly string[],
  date: string,
  count: number,
): Idea[] {
  const shareable = notes.filter((note) => note.place === 'page');
  const chosen = shareable.filter((note) => topics.includes(note.topic));
  const order = (chosen.length > 0 ? chosen : shareable)
    .map((note) => ({ note, rank: hashOf(note.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  // Others of a day come from half the row away, so that tomorrow's is not spent today.
  const shift = (another: number) => (another === 0 ? 0 : Math.floor(order.length / 2) + another - 1);
  return Array.from({ length: count }, (_, another) => order[(day + shift(another)) % order.length]).flatMap(
    (found) => found?.note ?? [],
  );
}

/** The note of a date, or, asked `another` times, one in its place; undefined where there is none. */
export function ideaOf<Idea extends Pick<Title, 'id' | 'topic' | 'place'>>(
  notes: readonly Idea[],
  topics: readonly string[],
  date: string,
  another: number,
): Idea | undefined {
  return ideasOf(notes, topics, date, another + 1)[another];
}
