import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfText } from './markup.ts';

const shape = (source: string) => blocksOfText(source).map(({ type, text }) => [type, text]);

describe('blocksOfText', () => {
  it('reads Markdown', () => {
    expect(
      shape(
        '---\na: b\n---\n# Title\n\nOne\ntwo.\n\n- item one\n- [ ] item two\n\n```js\n# no\n```\n> quoted\n\n1. last',
      ),
    ).toEqual([
      ['code', '---\na: b\n---'],
      ['heading', 'Title'],
      ['paragraph', 'One\ntwo.'],
      ['item', 'item one'],
      ['item', 'item two'],
      ['code', '```js\n# no\n```'],
      ['quote', '> quoted'],
      ['item', 'last'],
    ]);
  });

  it('reads reStructuredText', () => {
    expect(
      shape('=====\nTitle\n=====\n\nAbstract\n========\n\nWords here.\n\n.. code::\n\n   x = 1\n\nMore.'),
    ).toEqual([
      ['heading', 'Title'],
      ['heading', 'Abstract'],
      ['paragraph', 'Words here.'],
      ['code', '.. code::\n\n   x = 1\n'],
      ['paragraph', 'More.'],
    ]);
  });

  it('gives equal blocks different ids', () => {
    const ids = blocksOfText('Same.\n\nSame.').map((block) => block.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('places every block in the source', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('# ', 'word ', '\n', '\n\n', '- ', '> ', '```', '===\n', '    ', '| a |')),
        (parts) => {
          const source = parts.join('');
          for (const block of blocksOfText(source)) {
            expect(source.slice(block.start, block.start + block.source.length)).toBe(block.source);
          }
        },
      ),
    );
  });
});
