import { describe, expect, it } from 'vitest';
import { blankInline, isProse } from './prose.ts';
import { wordsOf } from './words.ts';

const prose = (text: string) => isProse('paragraph', text, wordsOf(blankInline(text)));

describe('isProse', () => {
  it.each([
    ['English prose', 'We should talk about who decides this before the next meeting.', true],
    [
      'a stack trace',
      'TypeError: x is not a function\n  at run (main.js:3:1)\n  at start (main.js:9:2)',
      false,
    ],
    ['German', 'Wir müssen vor der nächsten Sitzung klären, wer das am Ende entscheidet und wann.', false],
    ['figures', '12 13 14 15 16 rows 17 18 19 20 21 22', false],
    ['code', 'const a = { b: [1, 2], c: () => ({ d: e[0] }) }; if (a) { return b[c]; }', false],
    ['three words', 'Ship it now', false],
  ])('%s', (_, text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it('says no to code, quotes and headings', () => {
    const text = 'We should talk about who decides this before the next meeting.';
    for (const type of ['code', 'quote', 'heading'] as const)
      expect(isProse(type, text, wordsOf(text))).toBe(false);
  });
});

describe('blankInline', () => {
  it('keeps every offset', () => {
    const text = 'See `rewrite()` at https://example.com/a and mail me@example.com now';
    const blanked = blankInline(text);
    expect(blanked).toHaveLength(text.length);
    expect(blanked.replace(/\s+/g, ' ')).toBe('See at and mail now');
  });

  it('takes time in proportion to length without a space', () => {
    expect(blankInline('a'.repeat(2_000_000))).toHaveLength(2_000_000);
    expect(blankInline('a@'.repeat(500_000))).toHaveLength(1_000_000);
  });
});
