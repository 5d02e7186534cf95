import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Note } from '../library/schema.ts';
import { chooseIdea, ideaOfDay, type Known } from './choice.ts';
import type { DayRow } from './database.ts';
import { openDatabase } from './database.ts';

const notes = Array.from({ length: 60 }, (_, at) => ({
  id: `note-${at}`,
  topic: at % 3 ? 'decisions' : 'energy',
  place: at === 7 ? 'panel' : 'page',
})) as unknown as Note[];

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1, 12);
const dateAt = (day: number) => new Date(START + day * DAY).toISOString().slice(0, 10);
const nobody: Known = { topics: [], met: [], answers: [], due: [], days: [] };

/** Ideas of `count` days in a row. */
function daysOf(count: number, known: Known = nobody, from = notes): string[] {
  const days: DayRow[] = [];
  for (let day = 0; day < count; day++) {
    const idea = chooseIdea(from, { ...known, days }, dateAt(day), START + day * DAY);
    if (idea) days.push({ date: dateAt(day), notes: [idea.id] });
  }
  return days.map((day) => day.notes[0]!);
}

describe('the choice of the idea', () => {
  it('never shows the same twice within a month', () => {
    const shown = daysOf(120);
    for (let at = 0; at < shown.length; at++) {
      expect(shown.slice(at + 1, at + 31), `day ${at}`).not.toContain(shown[at]);
    }
    expect(shown).not.toContain('note-7');
  });

  it('prefers what was met this week, and leaves what was dismissed', () => {
    const met = [{ note: 'note-20', where: 'read' as const, at: START - DAY }];
    expect(chooseIdea(notes, { ...nobody, met }, dateAt(0), START)?.id).toBe('note-20');
    const old = [{ ...met[0]!, at: START - 9 * DAY }];
    expect(chooseIdea(notes, { ...nobody, met: old }, dateAt(0), START)?.id).not.toBe('note-20');
    const answers = [{ note: 'note-20', topic: 'decisions', said: 'not-here' as const, at: START }];
    expect(chooseIdea(notes, { ...nobody, met, answers }, dateAt(0), START)?.id).not.toBe('note-20');
  });

  it('gives another of the same date, and none of the day twice', () => {
    const shown: string[] = [];
    for (let times = 0; times < 20; times++) {
      const days = [{ date: dateAt(0), notes: [...shown] }];
      shown.push(chooseIdea(notes, { ...nobody, days }, dateAt(0), START)!.id);
    }
    expect(new Set(shown).size).toBe(20);
  });

  it('lets a note come within a month only where it is due', () => {
    const days = [{ date: dateAt(0), notes: ['note-4'] }];
    const due = chooseIdea(notes, { ...nobody, days, due: ['note-4'] }, dateAt(9), START + 9 * DAY);
    expect(due?.id).toBe('note-4');
  });

  it('keeps to chosen topics; a small choice begins again with the oldest', () => {
    const few = notes.slice(0, 12);
    const shown = daysOf(10, { ...nobody, topics: ['energy'] }, few);
    expect(new Set(shown.slice(0, 4)).size).toBe(4);
    expect(shown.slice(4, 8)).toEqual(shown.slice(0, 4));
  });

  it('counts days ahead too, where the clock was set back', () => {
    const days = Array.from({ length: 30 }, (_, at) => ({ date: dateAt(at + 1), notes: [`note-${at}`] }));
    const idea = chooseIdea(notes, { ...nobody, days }, dateAt(0), START);
    expect(days.map((day) => day.notes[0])).not.toContain(idea?.id);
  });

  it('has nothing where there is nothing, or all was told never to come', () => {
    expect(chooseIdea([], nobody, dateAt(0), START)).toBeUndefined();
    const answers = notes.map(({ id, topic }) => ({ note: id, topic, said: 'never' as const, at: START }));
    expect(chooseIdea(notes, { ...nobody, answers }, dateAt(0), START)).toBeUndefined();
  });

  it('keeps the idea of a date over midnight, a journey, and a clock that is set back', async () => {
    const database = openDatabase('choice');
    const at = (date: string, another = false, hour = 12) =>
      ideaOfDay(
        database,
        notes,
        { topics: [], recall: false, date, now: Date.parse(`${date}T${hour}:00:00Z`) },
        another,
      ).then((note) => note?.id);
    const first = await at('2026-11-24');
    expect(await at('2026-11-24', false, 23)).toBe(first);
    const other = await at('2026-11-24', true);
    expect(other).not.toBe(first);
    expect(await at('2026-11-24')).toBe(other);
    const next = await at('2026-11-25');
    expect([first, other]).not.toContain(next);
    // West over the date line, or a clock set back by a day: the day has its idea.
    expect(await at('2026-11-24')).toBe(other);
    expect(await at('2026-11-25')).toBe(next);
    const before = await at('2026-10-30');
    expect([first, other, next]).not.toContain(before);
    expect((await database.days.get('2026-11-24'))?.notes).toEqual([first, other]);
  });
});
