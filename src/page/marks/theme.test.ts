import { expect, it } from 'vitest';
import { luminance } from './theme.ts';

it.each<[string, number | null]>([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(0, 0, 0, 0)', null],
  ['color(srgb 1 1 1 / 0.2)', null],
  ['color(srgb 1 1 1)', 1],
  ['transparent', null],
])('%s', (color, expected) => {
  expect(luminance(color)).toBe(expected);
});

it('takes the dark ground of a tracker for dark', () => {
  expect(luminance('rgb(29, 33, 37)')).toBeLessThan(0.4);
});
