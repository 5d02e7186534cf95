// Which idea a day shows: what was met this week comes back, what was dismissed stays away, and none comes twice
// within a month unless it is due. Chosen once a day and kept, so that the day is stable.
import { hashOf } from '../engine/text/hash.ts';
import type { Note } from '../library/schema.ts';
import type { AnswerRow, Database, DayRow, MetRow } from './database.ts';
import { noteMet } from './met.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** Days within which an idea does not come again. */
export const MONTH_DAYS = 31;

const MET = 3;
const USEFUL = 2;
const DISMISSED = -4;
const DUE = 4;
const TOPIC_MET = 1;
const TOPIC_DISMISSED = -1;

/** What the choice goes by. */
export interface Known {
  /** Topics the person chose; none means all. */
  topics: readonly string[];
  met: readonly Pick<MetRow, 'note' | 'where' | 'at'>[];
  answers: readonly Pick<AnswerRow, 'note' | 'topic' | 'said' | 'at'>[];
  /** Ids of notes that are due for recall; these may come within a month. */
  due: readonly string[];
  /** Days before, and those after where the clock was set back. */
  days: readonly DayRow[];
}

/**
 * Chooses the next idea of a date.
 * @param notes all that there are; those that would embarrass on a shared screen are left out
 * @param now ms since the epoch, for what counts as this week
 * @returns undefined where nothing may be shown: no notes, or every one was told never to come
 */
export function chooseIdea(
  notes: readonly Note[],
  known: Known,
  date: string,
  now: number,
): Note | undefined {
  const never = new Set(known.answers.filter(({ said }) => said === 'never').map(({ note }) => note));
  const open = notes.filter((note) => note.place === 'page' && !never.has(note.id));
  const chosen = open.filter((note) => known.topics.includes(note.topic));
  const offered = chosen.length > 0 ? chosen : open;
  const lastShown = daysSinceShown(known.days, date);
  const due = new Set(known.due);
  const today = new Set(known.days.find((day) => day.date === date)?.notes ?? []);
  const fresh = offered.filter(
    ({ id }) => !today.has(id) && (due.has(id) || (lastShown.get(id) ?? MONTH_DAYS) >= MONTH_DAYS),
  );
  // A small choice is soon through: then what was shown longest ago comes again.
  if (fresh.length === 0) return longestAgo(offered, lastShown, today);
  const weight = weights(known, due, now);
  return best(fresh, (note) => weight(note) + unit(hashOf(`${date} ${note.id}`)));
}

/** Whether a note that was chosen ahead may still be the idea of a day. */
function stillOpen(note: Note | undefined, { answers, topics }: Known): note is Note {
  if (note?.place !== 'page' || (topics.length > 0 && !topics.includes(note.topic))) return false;
  return !answers.some((row) => row.note === note.id && row.said === 'never');
}

/** Days between a date and the nearest on which each note was shown. */
function daysSinceShown(days: readonly DayRow[], date: string): Map<string, number> {
  const since = new Map<string, number>();
  for (const day of days) {
    const apart = Math.round(Math.abs(Date.parse(day.date) - Date.parse(date)) / DAY_MS);
    for (const note of day.notes) since.set(note, Math.min(apart, since.get(note) ?? apart));
  }
  return since;
}

function longestAgo(
  notes: readonly Note[],
  since: ReadonlyMap<string, number>,
  today: ReadonlySet<string>,
): Note | undefined {
  const others = notes.filter(({ id }) => !today.has(id));
  return best(others.length > 0 ? others : notes, ({ id }) => since.get(id) ?? MONTH_DAYS);
}

/** What speaks for a note, from the week behind us. */
function weights(known: Known, due: ReadonlySet<string>, now: number): (note: Note) => number {
  const thisWeek = ({ at }: { at: number }) => Math.abs(now - at) <= WEEK_DAYS * DAY_MS;
  const byNote = new Map<string, number>();
  const byTopic = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, weight: number) =>
    map.set(key, (map.get(key) ?? 0) + weight);
  const met = known.met.filter((row) => row.where !== 'newtab' && thisWeek(row));
  for (const note of new Set(met.map((row) => row.note))) add(byNote, note, MET);
  for (const row of known.answers.filter(thisWeek)) {
    const dismissed = row.said === 'not-here' || row.said === 'never';
    add(byNote, row.note, dismissed ? DISMISSED : USEFUL);
    add(byTopic, row.topic, dismissed ? TOPIC_DISMISSED : TOPIC_MET);
  }
  return ({ id, topic }) =>
    (byNote.get(id) ?? 0) + Math.max(-2, Math.min(1, byTopic.get(topic) ?? 0)) + (due.has(id) ? DUE : 0);
}

function best<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let [chosen, highest] = [items[0], Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const value = score(item);
    if (value > highest) [chosen, highest] = [item, value];
  }
  return chosen;
}

/** A hash as a number from 0 up to 1. */
const unit = (hash: string): number => Number.parseInt(hash, 36) / 2 ** 53;

/** What the person chose, and when it is. */
export interface Asked {
  topics: readonly string[];
  /** Recall is on: what is due may come within a month. */
  recall: boolean;
  /** Local date. */
  date: string;
  /** Ms since the epoch. */
  now: number;
}

/**
 * The idea of a date: the one that it has, whenever it is asked for; else one is chosen, and kept.
 * @param another whether one more is wanted, which is then the idea of the date
 * @param ahead id of the note that was chosen for it on the day before, and may be seen already
 * @returns undefined where nothing may be shown
 * @throws where the database cannot be read
 */
export async function ideaOfDay(
  database: Database,
  notes: readonly Note[],
  asked: Asked,
  another = false,
  ahead?: string,
): Promise<Note | undefined> {
  const { date, now } = asked;
  const kept = (await database.days.get(date))?.notes.at(-1);
  const known = notes.find(({ id }) => id === kept);
  if (known && !another) return known;
  const all = await readKnown(database, asked);
  const planned = notes.find(({ id }) => id === ahead);
  const chosen = !another && stillOpen(planned, all) ? planned : chooseIdea(notes, all, date, now);
  if (!chosen) return undefined;
  await keepIdea(database, date, chosen.id);
  await noteMet(database, chosen.id, 'newtab', now);
  return chosen;
}

/** The idea that a later date will have, as far as is known now; nothing is kept. @throws as above */
export async function ideaAhead(
  database: Database,
  notes: readonly Note[],
  asked: Asked,
): Promise<Note | undefined> {
  return chooseIdea(notes, await readKnown(database, asked), asked.date, asked.now);
}

async function readKnown(database: Database, { topics, recall, now }: Asked): Promise<Known> {
  const [met, answers, days, due] = await Promise.all([
    database.met.toArray(),
    database.answers.toArray(),
    database.days.toArray(),
    recall ? database.recall.where('due').belowOrEqual(now).primaryKeys() : [],
  ]);
  return { topics, met, answers, due, days };
}

/** Keeps that a note is the idea of a date from now on; the last one of a date is the one that shows. */
async function keepIdea(database: Database, date: string, note: string): Promise<void> {
  await database.transaction('rw', database.days, async () => {
    const before = (await database.days.get(date))?.notes ?? [];
    await database.days.put({ date, notes: [...before.filter((id) => id !== note), note] });
  });
}
