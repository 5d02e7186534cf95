import { describe, expect, it } from 'vitest';
import type { Note } from '../library/schema.ts';
import { localDate } from './date.ts';
import { ideaOf } from './day.ts';

const notes = Array.from({ length: 40 }, (_, at) => ({
  id: `note-${at}`,
  topic: at % 2 ? 'decisions' : 'energy',
  place: at === 7 ? 'panel' : 'page',
})) as unknown as Note[];

const day = (at: number) => new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10);

describe('the idea of the day', () => {
  it('is the same all day and never the same twice within a month', () => {
    const shown = Array.from({ length: 30 }, (_, at) => ideaOf(notes, [], day(at + 1), 0)?.id);
    expect(new Set(shown).size).toBe(30);
    expect(ideaOf(notes, [], day(3), 0)?.id).toBe(shown[2]);
  });

  it('never shows a note that is for the panel only', () => {
    const shown = Array.from({ length: 80 }, (_, at) => ideaOf(notes, [], day(at + 1), 0)?.id);
    expect(shown).not.toContain('note-7');
  });

  it('gives another, which is not the one of the next days', () => {
    const next = [0, 1, 2, 3].map((at) => ideaOf(notes, [], day(at + 1), 0)?.id);
    expect(next).not.toContain(ideaOf(notes, [], day(1), 1)?.id);
    expect(ideaOf(notes, [], day(1), 2)?.id).not.toBe(ideaOf(notes, [], day(1), 1)?.id);
  });

  it('keeps to chosen topics, and has nothing where there is nothing', () => {
    expect(ideaOf(notes, ['energy'], day(1), 0)?.topic).toBe('energy');
    expect(ideaOf([], [], day(1), 0)).toBeUndefined();
  });

  it('uses the local date', () => {
    expect(localDate(new Date(2026, 10, 4, 23, 59))).toBe('2026-11-04');
  });
});
