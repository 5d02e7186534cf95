import * as v from 'valibot';
import { expect, it } from 'vitest';
import { fromPage, MESSAGE_LIMIT } from '../platform/messages.ts';
import type { Reading } from './link.ts';
import { parcels } from './parcels.ts';
import type { ReadBlock } from './surfaces/read.ts';

const blocks: ReadBlock[] = Array.from({ length: 60 }, (_, index) => ({
  id: `b${index}`,
  type: 'paragraph',
  text: '\u20ac'.repeat(15_000),
  pieces: [],
  elements: [],
}));
const reading: Reading = { surface: 's1', revision: 3, by: 'me', partial: false, blocks };

it('cuts a long reading into messages that all fit and together hold everything once', () => {
  const messages = parcels(reading, blocks, MESSAGE_LIMIT);
  for (const message of messages) {
    expect(new TextEncoder().encode(JSON.stringify(message)).length).toBeLessThan(MESSAGE_LIMIT);
    expect(v.is(fromPage, message)).toBe(true);
    expect(message.order).toHaveLength(60);
  }
  expect(messages.flatMap(({ changed }) => changed.map(({ id }) => id))).toEqual(blocks.map(({ id }) => id));
  expect(messages.map(({ more }) => more ?? false).lastIndexOf(true)).toBe(messages.length - 2);
});

it('says the order even where no text changed', () => {
  expect(parcels(reading, [], MESSAGE_LIMIT)).toHaveLength(1);
});
