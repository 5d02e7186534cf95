import { describe, expect, it } from 'vitest';
import { notes } from '../../src/library/index.ts';
import { liveYear } from '../bench/year.ts';

describe('a simulated year of one person', () => {
  const years = [1, 2, 3, 4, 5].map((seed) => liveYear(notes, seed));

  it('asks for due notes on time, never for more than three a day, and repeats no idea', () => {
    for (const year of years) {
      console.log('a year:', JSON.stringify(year));
      expect(year.mostADay).toBeLessThanOrEqual(3);
      expect(year.repeats).toBe(0);
      expect(year.lateMedian).toBeLessThanOrEqual(1);
      expect(year.late95).toBeLessThanOrEqual(14);
      expect(year.ideas).toBe(year.daysUsed);
    }
  });

  it('hides what waited after two weeks off, and is through with it within six weeks', () => {
    for (const year of years) {
      expect(year.backlog).toBeGreaterThan(3);
      expect(year.daysToCatchUp).toBeLessThan(40);
    }
  });
});
