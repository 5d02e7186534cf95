import { describe, expect, it } from 'vitest';
import { type SheetInput, sheetOf } from './sheet.ts';

const input: SheetInput = {
  note: 'one-way-and-two-way-doors',
  date: '2026-11-24',
  dark: false,
  width: 720,
  height: 450,
  quiet: 'left',
  words: 320,
};

describe('a sheet', () => {
  it('is equal to the byte when it is made twice', () => {
    const [one, two] = [sheetOf(input), sheetOf(input)];
    expect(Buffer.from(one.heights.buffer).equals(Buffer.from(two.heights.buffer))).toBe(true);
    expect(one).toEqual(two);
  });

  it('keeps its land and its way when the theme changes', () => {
    const [light, dark] = [sheetOf(input), sheetOf({ ...input, dark: true })];
    expect(dark.heights).toEqual(light.heights);
    expect(dark.way).toEqual(light.way);
    expect(dark.colors).not.toEqual(light.colors);
  });

  it('differs in manner and paper from the day before, for a year', () => {
    let before = sheetOf({ ...input, width: 60, height: 40, words: 10, date: '2026-01-01' });
    for (let day = 2; day <= 366; day++) {
      const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
      const sheet = sheetOf({ ...input, width: 60, height: 40, words: 10, date });
      expect(sheet.manner, date).not.toBe(before.manner);
      expect(sheet.name, date).not.toBe(before.name);
      before = sheet;
    }
  });

  it('keeps the way and the heights clear of the words', () => {
    for (const note of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const { way, spots } = sheetOf({ ...input, note, width: 1280, height: 800, words: 600 });
      expect(Math.min(...way.map(([x]) => x), ...spots.map(({ x }) => x))).toBeGreaterThan(600);
      expect(spots.length).toBeLessThanOrEqual(3);
    }
  });
});
