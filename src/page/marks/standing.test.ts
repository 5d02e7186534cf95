import { expect, it } from 'vitest';
import type { ReadBlock } from '../surfaces/read.ts';
import { followInField } from './standing.ts';

const block = (): ReadBlock => ({
  id: 'a',
  type: 'paragraph',
  text: 'one\ntwo',
  pieces: [
    { at: 0, start: 6, length: 3, node: null },
    { at: 4, start: 10, length: 3, node: null },
  ],
  elements: [],
});
const value = 'head\n\none\ntwo\n\ntail';

it('stays where an edit is after it', () => {
  const followed = block();
  expect(followInField(followed, `${value} more`, 5)).toBe(true);
  expect(followed.pieces[0]!.start).toBe(6);
});

it('moves with an edit before it, and can move back', () => {
  const followed = block();
  expect(followInField(followed, `longer ${value}`, 7)).toBe(true);
  expect(followed.pieces.map(({ start }) => start)).toEqual([13, 17]);
  expect(followInField(followed, value, -7)).toBe(true);
  expect(followed.pieces.map(({ start }) => start)).toEqual([6, 10]);
});

it('is stale where its own text was edited', () => {
  for (const edited of ['twos', 't wo', 'wo', 'two!']) {
    const now = value.replace('two', edited);
    expect(followInField(block(), now, now.length - value.length), edited).toBe(false);
  }
  expect(followInField(block(), value.replace('one', 'a one'), 2)).toBe(false);
});
