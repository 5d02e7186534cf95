import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../library/read.ts';
import { labelledOf } from '../../../train/labelled.ts';
import reference from './word-piece.fixture.json' with { type: 'json' };
import { WordPiece } from './word-piece.ts';

const asset = readFileSync(join(import.meta.dirname, '../../../../public/encoder/encoder.bin'));
const from = asset.readUInt32LE(16);
const vocabulary = asset
  .toString('utf8', from, asset.length - 4)
  .split('\n')
  .slice(0, asset.readUInt32LE(4));
const wordPiece = new WordPiece(vocabulary);
const ids = (text: string) => wordPiece.pieces(text, Number.MAX_SAFE_INTEGER).map((piece) => piece.id);

/** FNV-1a over the ids, two bytes each: what tools/encoder/fixtures.py notes for every text of the library. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const id of ids(text)) for (const byte of [id & 255, id >> 8]) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** FNV-1a over UTF-8. */
function keyOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(36);
}

describe('word pieces', () => {
  it('are those of the reference tokenizer, for odd texts', () => {
    for (const { text, ids: expected } of reference.odd) expect(ids(text), text).toEqual(expected);
  });

  it('are those of the reference tokenizer, for the texts of the library', () => {
    const known: Record<string, number> = reference.library;
    const texts = labelledOf(readContent(join(import.meta.dirname, '../../../../content'))).map(
      ({ text }) => text,
    );
    const compared = texts.filter((text) => known[keyOf(text)] !== undefined);
    expect(compared.length).toBeGreaterThan(5000);
    for (const text of compared) expect(hash(text), text).toBe(known[keyOf(text)]);
  });

  it('stand where they were, in order, within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of wordPiece.pieces(text, 500)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});
