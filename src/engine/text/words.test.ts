import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

describe('wordsOf', () => {
  it('gives stems with the places where the words stand', () => {
    const text = "We're re-writing billing.";
    expect(wordsOf(text).map((word) => [word.stem, text.slice(word.start, word.end)])).toEqual([
      ["we're", "We're"],
      ['re', 're'],
      ['write', 'writing'],
      ['bill', 'billing'],
    ]);
  });

  it('keeps figures whole and takes names of files apart', () => {
    expect(wordsOf('2.5 of main.ts').map((word) => word.lower)).toEqual(['2.5', 'of', 'main', 'ts']);
  });

  it('knows the first word of a sentence', () => {
    expect(wordsOf('Ask Kim. She knows').map((word) => word.first)).toEqual([true, false, true, false]);
  });

  it('cuts ASCII the same way, whether or not other characters stand behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
        expect(wordsOf(`${text} é`).slice(0, -1)).toEqual(wordsOf(`${text} e`).slice(0, -1));
      }),
    );
  });

  it('gives places inside any text, in order, never overlapping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          last = word.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
