// Recall: meeting a note again on schedule, and saying whether it was remembered. FSRS decides when; at most three
// a day, the rest waits unseen: a pause is never answered with a pile.
import { type Card, createEmptyCard, fsrs, generatorParameters, Rating } from 'ts-fsrs';
import * as v from 'valibot';
import type { Note } from '../library/schema.ts';
import type { AnswerRow, Database, MetRow, RecallRow } from './database.ts';
import { localDate } from './date.ts';

/** Most notes a day. */
export const MOST_A_DAY = 3;
/** Of them, most that are asked for the first time. */
const NEW_A_DAY = 1;
/** A note is asked for some days after it was met, not while it is still in the ear. */
const REST_DAYS = 3;
const DAY_MS = 86_400_000;

// Short-term steps would ask again after ten minutes; here the shortest way back is a day (research of November 2026).
const scheduler = fsrs(
  generatorParameters({
    request_retention: 0.85,
    maximum_interval: 180,
    enable_fuzz: true,
    enable_short_term: false,
  }),
);

const when = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const cardSchema = v.object({
  due: when,
  stability: count,
  difficulty: count,
  elapsed_days: count,
  scheduled_days: count,
  learning_steps: count,
  reps: count,
  lapses: count,
  state: v.picklist([0, 1, 2, 3]),
  last_review: when,
});

/** The card of a row; undefined where it is damaged: the note then begins anew. */
function cardOf(row: RecallRow | undefined): Card | undefined {
  const parsed = v.safeParse(cardSchema, row?.card);
  if (!parsed.success) return undefined;
  const { due, last_review: last, ...rest } = parsed.output;
  return { ...rest, due: new Date(due), last_review: new Date(last) } as Card;
}

/** What recall goes by. */
export interface RecallState {
  notes: readonly Note[];
  rows: readonly RecallRow[];
  met: readonly Pick<MetRow, 'note' | 'at'>[];
  answers: readonly Pick<AnswerRow, 'note' | 'said' | 'at'>[];
}

/** What is asked today, in order; empty when the day's three have been asked. */
export function recallToday({ notes, rows, met, answers }: RecallState, now: Date): string[] {
  const never = new Set(answers.filter(({ said }) => said === 'never').map(({ note }) => note));
  // Notes for the panel alone would embarrass on a shared screen.
  const open = new Set(
    notes.filter(({ id, place }) => place === 'page' && !never.has(id)).map(({ id }) => id),
  );
  const cards = new Map(rows.flatMap((row) => entry(row.note, cardOf(row))));
  const asked = [...cards.values()].filter((card) => isToday(card.last_review, now));
  const left = MOST_A_DAY - asked.length;
  if (left <= 0) return [];
  const due = [...cards]
    .filter(([id, card]) => open.has(id) && isDue(card, now))
    .map(([id, card]) => ({ id, kept: scheduler.get_retrievability(card, now, false) }))
    .sort((a, b) => a.kept - b.kept || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const begun = asked.filter((card) => card.reps === 1).length;
  const fresh = freshNotes({ met, answers }, now).filter((id) => open.has(id) && !cards.has(id));
  return [...due, ...fresh.slice(0, Math.max(0, NEW_A_DAY - begun))].slice(0, left);
}

function entry(note: string, card: Card | undefined): [string, Card][] {
  return card ? [[note, card]] : [];
}

/** The person's day counts, and what lies ahead of a clock that was set back, for as long as a day. */
function isToday(review: Date | undefined, now: Date): boolean {
  if (!review) return false;
  const ahead = review.getTime() - now.getTime();
  return localDate(review) === localDate(now) || (ahead > 0 && ahead < DAY_MS);
}

/** Due at any time of this day: nobody waits for the hour. */
function isDue(card: Card, now: Date): boolean {
  return card.due.getTime() <= now.getTime() || localDate(card.due) === localDate(now);
}

/** Notes that were met some days ago and never asked for, those that were useful first, then those met most. */
function freshNotes({ met, answers }: Pick<RecallState, 'met' | 'answers'>, now: Date): string[] {
  const meetings = new Map<string, { first: number; weight: number }>();
  const meet = (note: string, at: number, weight: number) => {
    const known = meetings.get(note) ?? { first: at, weight: 0 };
    meetings.set(note, { first: Math.min(known.first, at), weight: known.weight + weight });
  };
  for (const { note, at } of met) meet(note, at, 1);
  for (const { note, said, at } of answers) {
    if (said === 'useful' || said === 'copied') meet(note, at, 3);
  }
  return [...meetings]
    .filter(([, { first }]) => now.getTime() - first >= REST_DAYS * DAY_MS)
    .sort(([a, x], [b, y]) => y.weight - x.weight || x.first - y.first || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/**
 * The state of a note after it was asked.
 * @param row its state before; undefined, or damaged, where it is asked for the first time
 * @param had whether the person remembered it
 */
export function afterRecall(row: RecallRow | undefined, note: string, had: boolean, now: Date): RecallRow {
  const card = cardOf(row) ?? createEmptyCard<Card>(now);
  // A clock that was set back would count negative days: the review then stands at the time of the last one.
  const at = new Date(Math.max(now.getTime(), card.last_review?.getTime() ?? 0));
  const { card: next } = scheduler.next(card, at, had ? Rating.Good : Rating.Again);
  const { due, last_review: last, ...rest } = next;
  return {
    note,
    due: due.getTime(),
    card: { ...rest, due: due.getTime(), last_review: (last ?? at).getTime() },
  };
}

/** What is asked today, out of the database. @throws where it cannot be read */
export async function readRecall(database: Database, notes: readonly Note[], now: Date): Promise<string[]> {
  const [rows, met, answers] = await Promise.all([
    database.recall.toArray(),
    database.met.toArray(),
    database.answers.toArray(),
  ]);
  return recallToday({ notes, rows, met, answers }, now);
}

/** Keeps whether a note was remembered. @throws where the database cannot write */
export async function keepRecall(database: Database, note: string, had: boolean, now: Date): Promise<void> {
  await database.recall.put(afterRecall(await database.recall.get(note), note, had, now));
}
