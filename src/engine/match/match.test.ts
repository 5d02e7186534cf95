import { describe, expect, it } from 'vitest';
import { wordsOf } from '../text/words.ts';
import { Automaton } from './automaton.ts';
import { GrammarError, parsePattern } from './grammar.ts';

const finds = (pattern: string, text: string) =>
  new Automaton([parsePattern(pattern)]).find(wordsOf(text)).map(({ start, end }) => text.slice(start, end));

describe('a trigger', () => {
  it.each([
    ['words by stem, in order', 'rewrite billing', 'we are rewriting billing now', ['rewriting billing']],
    [
      'alternatives of several words',
      'from (scratch|the ground up)',
      'built from the ground up',
      ['from the ground up'],
    ],
    ['a number', '[number] approvers', 'needs eleven approvers', ['eleven approvers']],
    ['a date', 'until [date]', 'wait until March', ['until March']],
    ['a name', 'ask [name]', 'please ask Kim', ['ask Kim']],
    ['no name at the start of a sentence', '[name] said', 'Nobody knows. Kim said', []],
    [
      'a gap of four words',
      'rewrite … scratch',
      'rewrite all of it from scratch',
      ['rewrite all of it from scratch'],
    ],
    ['no gap of five', 'rewrite … scratch', 'rewrite a b c d e scratch', []],
    ['exact words', '"signed off"', 'signing off is not: signed off', ['signed off']],
    ['the start of a block', '^we should', 'And we should. We should', []],
  ])('takes %s', (_, pattern, text, expected) => {
    expect(finds(pattern, text)).toEqual(expected);
  });

  it.each(['(a|b', 'a)', '(|a)', '… a', 'a …', '', '[color] a', '""'])('refuses %s', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow(GrammarError);
  });

  it('is found once where two of its choices have one stem', () => {
    expect(finds('we (do|doing|did) (it|that)', 'we are doing it; we do it')).toEqual(['we do it']);
  });

  it('lends its choices to no other', () => {
    const patterns = ['(red|blue) (fox|owl) sleeps', 'red fox wakes', '(red|blue) owl wakes'].map(
      parsePattern,
    );
    const automaton = new Automaton(patterns);
    const found = (text: string) => automaton.find(wordsOf(text)).map(({ pattern }) => pattern);
    expect(found('blue fox sleeps')).toEqual([0]);
    expect(found('blue fox wakes')).toEqual([]);
    expect(found('red fox wakes')).toEqual([1]);
    expect(found('red owl wakes')).toEqual([2]);
  });

  it('is told apart from others that share its beginning', () => {
    const automaton = new Automaton(['who decides', 'who decides this'].map(parsePattern));
    expect(automaton.find(wordsOf('who decides this')).map((match) => match.pattern)).toEqual([0, 1]);
  });
});
