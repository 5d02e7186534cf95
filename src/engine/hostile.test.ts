// Text that nobody meant to write: the engine never throws, keeps its spans inside, and takes no longer than its length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, type EngineNote } from './suggest.ts';
import { blocksOfText } from './text/markup.ts';
import { wordsOf } from './text/words.ts';

const note: EngineNote = {
  id: 'problem-first',
  topic: 'problem-finding',
  tier: 'core',
  because: 'names what to build before what is wrong',
  place: 'page',
  triggers: ['rewrite … from scratch'],
  unless: { words: ['the problem is'] },
  documents: [],
};
const engine = new Engine([note]);
const HINTED = 'We should rewrite billing from scratch, because nobody enjoys working on it.';

/** Everything the engine does with a text. */
function readAll(source: string): void {
  for (const { type, text } of blocksOfText(source)) {
    if (type !== 'paragraph' && type !== 'item') continue;
    for (const { start, end } of engine.suggest({ text })) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
}

const nested = (mark: string, depth: number) =>
  Array.from({ length: depth }, (_, at) => `${mark.repeat(at)}level`).join('\n');
const HOSTILE: Record<string, (size: number) => string> = {
  'no space': (size) => 'a'.repeat(size),
  'no space, marks of Markdown': (size) => '*_`['.repeat(size / 4),
  'lone surrogates': (size) => '\ud800 \udc00'.repeat(size / 3),
  'one word': (size) => 'rewrite '.repeat(size / 8),
  'the start of a trigger': (size) => 'rewrite from '.repeat(size / 13),
  'empty lines': (size) => '\n'.repeat(size),
  'open brackets': (size) => '('.repeat(size),
  'one fence a line': (size) => '```\n'.repeat(size / 4),
  'quotes in quotes': (size) => nested('> ', Math.sqrt(size)),
  'lists in lists': (size) => nested('  - ', Math.sqrt(size / 2)),
  'a table': (size) => '| a | b |\n'.repeat(size / 10),
  'links in links': (size) => '[a]('.repeat(size / 4),
};

/** Processor time, which a busy machine does not lengthen; the best of three, so that no collection counts. */
function timeOf(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('hostile text', () => {
  it.each(Object.keys(HOSTILE))('%s: eight times the text takes no more than linear time', (name) => {
    const text = HOSTILE[name]!;
    readAll(text(20_000));
    const [small, large] = [timeOf(() => readAll(text(40_000))), timeOf(() => readAll(text(320_000)))];
    // Quadratic would be 64 times; below some milliseconds the clock says nothing.
    expect(large).toBeLessThan(Math.max(small, 4) * 24);
  });

  it('reads ten megabytes without a space, and 100,000 empty lines before a hint', () => {
    readAll('x'.repeat(10_000_000));
    const source = `${'\n'.repeat(100_000)}${HINTED}`;
    const [block] = blocksOfText(source);
    expect(engine.suggest({ text: block!.text })).toHaveLength(1);
    expect(source.slice(block!.start, block!.start + HINTED.length)).toBe(HINTED);
  });

  it('takes any Unicode, lone surrogates included, around a hint', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '\ud800',
        '\udfff',
        '\u0000',
        '\u202e',
        '\u200d',
        '\ufeff',
        '🏳️‍🌈',
        'ﷺ',
        'a\u0301\u0301',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), fc.constantFrom('', HINTED), (parts, hinted) => {
        const source = [...parts, hinted, ...parts].join(' ');
        readAll(source);
        for (const { start, end } of wordsOf(source)) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 60 },
    );
  });
});
