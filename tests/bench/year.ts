// A simulated year of one person with the new tab: daily use, days without, two weeks off, dismissals, recall. What the
// person remembers follows a model of its own, not the scheduler's, so that the scheduler cannot flatter itself.
import type { Note } from '../../src/library/schema.ts';
import { randomFrom } from '../../src/look/art/seed.ts';
import { chooseIdea, type Known } from '../../src/notes/choice.ts';
import type { DayRow, RecallRow } from '../../src/notes/database.ts';
import { localDate } from '../../src/notes/date.ts';
import { afterRecall, recallToday } from '../../src/notes/recall.ts';

const DAYS = 365;
const AWAY: [number, number][] = [
  [120, 134],
  [250, 257],
];
/** Days after coming back until which what waited counts as backlog. */
const AFTER = 45;

/** What a year came to. */
export interface YearReport {
  daysUsed: number;
  ideas: number;
  /** Ideas that came twice within 31 days without being due. */
  repeats: number;
  reviews: number;
  mostADay: number;
  remembered: number;
  /** Days between due and asked, of notes asked again, but for the weeks after the two weeks off. */
  lateMedian: number;
  late95: number;
  /** Notes due on the last day off, and days of use until no more than a day's worth was left. */
  backlog: number;
  daysToCatchUp: number;
  known: number;
}

interface Memory {
  strength: number;
  last: number;
}

/** Lives the year with a library. The same seed gives the same year. */
export function liveYear(notes: readonly Note[], seed: number): YearReport {
  const random = randomFrom(seed);
  const days: DayRow[] = [];
  const met: { note: string; where: 'newtab' | 'read'; at: number }[] = [];
  const answers: Known['answers'][number][] = [];
  const rows = new Map<string, RecallRow>();
  const memories = new Map<string, Memory>();
  const late: number[] = [];
  const report = { daysUsed: 0, repeats: 0, reviews: 0, mostADay: 0, remembered: 0, backlog: 0 };
  let daysToCatchUp = 0;
  for (let day = 0; day < DAYS; day++) {
    const now = new Date(2026, 0, 1 + day, 9, Math.floor(random() * 60));
    const dueNow = [...rows.values()].filter((row) => row.due <= now.getTime());
    if (day === AWAY[0]![1] - 1) report.backlog = dueNow.length;
    const back = day - AWAY[0]![1];
    if (isAway(day) || random() > (now.getDay() % 6 === 0 ? 0.4 : 0.9)) continue;
    report.daysUsed++;
    if (back >= 0 && back < AFTER && dueNow.length > 3) daysToCatchUp++;
    const date = localDate(now);
    const due = dueNow.map((row) => row.note);
    const known = { topics: [], met, answers, due, days };
    const idea = chooseIdea(notes, known, date, now.getTime());
    if (idea) {
      const within = days.some((past) => past.notes.includes(idea.id) && apart(past.date, date) < 31);
      if (within && !due.includes(idea.id)) report.repeats++;
      days.push({ date, notes: [idea.id] });
      met.push({ note: idea.id, where: 'newtab', at: now.getTime() });
    }
    const other = notes[Math.floor(random() * notes.length)]!;
    if (random() < 0.2) met.push({ note: other.id, where: 'read', at: now.getTime() });
    else if (random() < 0.12)
      answers.push({ note: other.id, topic: other.topic, said: saying(random()), at: now.getTime() });
    // One day in five they leave recall alone; nothing holds it against them.
    if (random() < 0.2) continue;
    let asked = 0;
    for (;;) {
      const [note] = recallToday({ notes, rows: [...rows.values()], met, answers }, now);
      if (!note) break;
      const before = rows.get(note);
      if (before && !(back >= 0 && back < AFTER)) late.push(Math.max(0, day - dayOf(before.due)));
      const had = remembers(memories, note, day, random());
      rows.set(note, afterRecall(before, note, had, now));
      asked++;
      report.reviews++;
      if (had) report.remembered++;
    }
    report.mostADay = Math.max(report.mostADay, asked);
  }
  late.sort((a, b) => a - b);
  const at = (share: number) => late[Math.floor(late.length * share)] ?? 0;
  return {
    ...report,
    ideas: days.length,
    lateMedian: at(0.5),
    late95: at(0.95),
    daysToCatchUp,
    known: rows.size,
  };
}

const isAway = (day: number) => AWAY.some(([from, to]) => day >= from && day < to);
const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const dayOf = (at: number) => Math.round((at - new Date(2026, 0, 1, 9).getTime()) / 86_400_000);
const saying = (chance: number) => (chance < 0.1 ? 'never' : chance < 0.6 ? 'not-here' : 'useful');

/** Forgetting by the days since; each time it was remembered it lasts longer, the longer for being nearly lost. */
function remembers(memories: Map<string, Memory>, note: string, day: number, chance: number): boolean {
  const memory = memories.get(note) ?? { strength: 14, last: day - 4 };
  const kept = Math.exp(-(day - memory.last) / memory.strength);
  const had = chance < kept;
  const strength = had ? memory.strength * (1.6 + 1.2 * (1 - kept)) : Math.max(5, memory.strength * 0.6);
  memories.set(note, { strength, last: day });
  return had;
}
