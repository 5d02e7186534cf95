import { describe, expect, it } from 'vitest';
import { type Candidates, chooseMarks } from './manners.ts';
import type { Hint, Kind } from './types.ts';

const hint = (note: string, score: number, more: Partial<Hint> = {}): Hint => ({
  note,
  topic: 'decisions',
  start: 0,
  end: 4,
  score,
  reason: { method: 'trigger', because: '' },
  shown: 'mark',
  place: 'page',
  ...more,
});
const block = (id: string, words: number, ...hints: Hint[]): Candidates => ({ block: id, words, hints });

describe('the quiet rules', () => {
  it.each<[string, Candidates[], Kind, string[]]>([
    ['the first hint is free', [block('1', 20, hint('a', 0.9))], 'design-doc', ['1']],
    [
      'the second costs 200 words',
      [block('1', 90, hint('a', 0.9)), block('2', 90, hint('b', 0.8))],
      'design-doc',
      ['1'],
    ],
    [
      'and comes with them',
      [block('1', 100, hint('a', 0.9)), block('2', 100, hint('b', 0.8))],
      'design-doc',
      ['1', '2'],
    ],
    [
      'a ticket has two at most',
      [1, 2, 3].map((n) => block(`${n}`, 400, hint(`n${n}`, n / 10))),
      'ticket',
      ['2', '3'],
    ],
    [
      'a note comes once',
      [block('1', 300, hint('a', 0.8)), block('2', 300, hint('a', 0.9))],
      'design-doc',
      ['2'],
    ],
    ['a block has one', [block('1', 600, hint('a', 0.9), hint('b', 0.8))], 'design-doc', ['1']],
    ['what is unsure stays in the panel', [block('1', 20, hint('a', 0.6, { shown: 'panel' }))], 'ticket', []],
    [
      'what would embarrass stays in the panel',
      [block('1', 20, hint('a', 0.9, { place: 'panel' }))],
      'ticket',
      [],
    ],
    [
      'five are in view',
      Array.from({ length: 8 }, (_, n) => block(`${n}`, 80, hint(`n${n}`, 1 - n / 10))).concat(
        block('far', 2000),
      ),
      'design-doc',
      ['0', '1', '2', '3', '4'],
    ],
  ])('%s', (_, blocks, kind, expected) => {
    expect(chooseMarks(blocks, kind, 'me').map((mark) => mark.block)).toEqual(expected);
  });

  it('marks nothing that somebody else wrote', () => {
    expect(chooseMarks([block('1', 20, hint('a', 0.9))], 'ticket', 'other')).toEqual([]);
  });
});
