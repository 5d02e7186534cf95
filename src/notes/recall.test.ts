import { describe, expect, it } from 'vitest';
import type { Note } from '../library/schema.ts';
import type { RecallRow } from './database.ts';
import { afterRecall, recallToday } from './recall.ts';

const DAY = 86_400_000;
const NOON = new Date(2026, 10, 24, 12);
const later = (days: number, from = NOON) => new Date(from.getTime() + days * DAY);
const notes = Array.from({ length: 30 }, (_, at) => ({
  id: `n${at}`,
  place: at === 9 ? 'panel' : 'page',
})) as unknown as Note[];
const met = notes.map(({ id }, at) => ({ note: id, at: NOON.getTime() - (40 - at) * DAY }));
const ask = (rows: readonly RecallRow[], now = NOON, more: Partial<Parameters<typeof recallToday>[0]> = {}) =>
  recallToday({ notes, rows, met, answers: [], ...more }, now);

describe('recall', () => {
  it('asks one new note a day, some days after it was met', () => {
    expect(ask([])).toEqual(['n0']);
    expect(ask([], NOON, { met: [{ note: 'n1', at: later(-2).getTime() }] })).toEqual([]);
    expect(ask([], NOON, { met: [{ note: 'n9', at: later(-9).getTime() }] })).toEqual([]);
    expect(ask([afterRecall(undefined, 'n0', true, NOON)])).toEqual([]);
  });

  it('comes back the next day where it was not remembered, later where it was', () => {
    const not = afterRecall(undefined, 'n0', false, NOON);
    const had = afterRecall(undefined, 'n0', true, NOON);
    expect(ask([not], later(1))).toContain('n0');
    expect(ask([had], later(1))).not.toContain('n0');
    expect(had.due).toBeGreaterThan(not.due);
    const again = afterRecall(had, 'n0', true, new Date(had.due));
    expect(again.due - had.due).toBeGreaterThan(had.due - NOON.getTime());
  });

  it('asks at most three a day, the most forgotten first, whatever waits', () => {
    const rows = notes.map(({ id }) => afterRecall(undefined, id, true, later(-60)));
    const today = ask(rows);
    expect(today).toHaveLength(3);
    expect(today).not.toContain('n9');
    const done = today.map((id) =>
      afterRecall(
        rows.find((row) => row.note === id),
        id,
        true,
        NOON,
      ),
    );
    const after = [...rows.filter(({ note }) => !today.includes(note)), ...done];
    expect(ask(after)).toEqual([]);
    expect(ask(after, later(1))).toHaveLength(3);
  });

  it('is due at any hour of its day, and not before midnight', () => {
    const row = afterRecall(undefined, 'n0', false, new Date(2026, 10, 24, 23, 30));
    expect(ask([row], new Date(2026, 10, 24, 23, 59))).not.toContain('n0');
    expect(ask([row], new Date(2026, 10, 25, 0, 5))).toContain('n0');
  });

  it('asks no more than three where the clock was set back', () => {
    const rows = notes.map(({ id }) => afterRecall(undefined, id, true, later(-60)));
    const ahead = rows.slice(0, 3).map((row) => afterRecall(row, row.note, true, later(0.6)));
    expect(ask([...ahead, ...rows.slice(3)], NOON)).toEqual([]);
    expect(() => afterRecall(ahead[0], 'n0', true, NOON)).not.toThrow();
  });

  it('begins anew where its state is damaged', () => {
    const broken: RecallRow[] = [
      { note: 'n0', due: Number.NaN, card: { stability: Number.NaN } },
      { note: 'n1', due: 0, card: 'x' as never },
      { note: 'gone', due: 0, card: {} },
    ];
    expect(ask(broken)).toEqual(['n0']);
    expect(afterRecall(broken[0], 'n0', true, NOON).card.reps).toBe(1);
  });

  it('never asks for what was told never to come', () => {
    const row = afterRecall(undefined, 'n0', false, later(-5));
    const answers = [{ note: 'n0', said: 'never' as const, at: NOON.getTime() }];
    expect(ask([row], NOON, { answers })).not.toContain('n0');
  });
});
