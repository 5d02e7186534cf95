import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const texts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('ends sentences at marks and line breaks, not at abbreviations', () => {
    expect(texts('We use caches, e.g. Redis. Why?\nNobody knows')).toEqual([
      'We use caches, e.g. Redis.',
      'Why?',
      'Nobody knows',
    ]);
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const bare = (value: string) => [...value].filter((character) => character > ' ').join('');
        expect(bare(texts(text).join(''))).toBe(bare(text));
      }),
    );
  });
});
