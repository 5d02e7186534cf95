import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainBlock, plainBlocks } from './plain.ts';

function blocksOf(source: string): PlainBlock[] {
  const work = plainBlocks(source);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

const seen = (source: string) => blocksOf(source).map(({ type, text }) => `${type}: ${text}`);

describe('plainBlocks', () => {
  it('joins lines to paragraphs up to a blank line', () => {
    expect(seen('one\ntwo\n\nthree')).toEqual(['paragraph: one\ntwo', 'paragraph: three']);
  });

  it('leaves markers out and keeps what they say', () => {
    expect(seen('# Goal\ntext\n- a\n  more\n- [ ] b\n1. c\n> said\n> again\n| x | y |')).toEqual([
      'heading: Goal',
      'paragraph: text',
      'item: a\nmore',
      'item: b',
      'item: c',
      'quote: said\nagain',
      'cell: | x | y |',
    ]);
    expect(blocksOf('### Three')[0]!.level).toBe(3);
  });

  it('knows the wiki markup of Jira Data Center', () => {
    expect(seen('h2. Plan\n{code:java}\nint a;\n{code}\n* item\nbq. said')).toEqual([
      'heading: Plan',
      'code: int a;',
      'item: item',
      'quote: said',
    ]);
  });

  it('takes what is fenced for code, also when the fence is never closed', () => {
    expect(seen('a\n```js\nlet x;\n\n# no heading\n```\nb')).toEqual([
      'paragraph: a',
      'code: let x;\n\n# no heading',
      'paragraph: b',
    ]);
    expect(seen('```\nopen')).toEqual(['code: open']);
  });

  it('points every character of a block back to the source', () => {
    const lines = fc.array(
      fc.constantFrom('# a b', 'text here ', '  - item', '', '> q', '```', 'h1. x', '\u00e9\u{1f600} y'),
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const source = parts.join('\n');
        for (const { text, runs } of blocksOf(source)) {
          for (const { at, start, length } of runs) {
            expect(source.slice(start, start + length)).toBe(text.slice(at, at + length));
          }
        }
      }),
    );
  });
});
