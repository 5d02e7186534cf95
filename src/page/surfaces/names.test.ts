import { expect, it } from 'vitest';
import { nameBlocks } from './names.ts';
import type { ReadBlock } from './read.ts';

const block = (text: string, type: ReadBlock['type'] = 'paragraph'): ReadBlock => ({
  id: '',
  type,
  text,
  pieces: [],
  elements: [],
});

it('names blocks by their text, counts equal ones, and tells types apart', () => {
  const blocks = [block('a'), block('b'), block('a'), block('a', 'item')];
  nameBlocks(blocks);
  const ids = blocks.map(({ id }) => id);
  expect(ids[2]).toBe(`${ids[0]}.1`);
  expect(new Set(ids).size).toBe(4);
});

it('keeps a name when other text changes', () => {
  const before = [block('first'), block('second')];
  const after = [block('new'), block('first'), block('second')];
  nameBlocks(before);
  nameBlocks(after);
  expect(after[2]!.id).toBe(before[1]!.id);
});
