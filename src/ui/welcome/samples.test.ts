// What the welcome page offers to try must show a hint where it says so, and silence where it says so.
import { describe, expect, it } from 'vitest';
import { chooseMarks } from '../../engine/manners.ts';
import { Engine } from '../../engine/suggest.ts';
import { notes } from '../../library/index.ts';
import { SAMPLES, type SampleName } from './samples.ts';

const engine = new Engine(notes);

function marksOf(name: SampleName): string[] {
  const [heading = '', ...lines] = SAMPLES[name];
  const title = heading.replace(/^# /, '');
  const blocks = lines
    .map((text, at) => ({ text, block: String(at) }))
    .filter(({ text }) => !text.startsWith('#'));
  const found = blocks.map(({ text, block }) => ({
    block,
    words: text.split(' ').length,
    hints: engine.suggest({ text, title, by: 'me', kind: name === 'design' ? 'design-doc' : 'ticket' }),
  }));
  return chooseMarks(found, 'unknown', 'me').map(({ hint }) => hint.note);
}

describe('samples of the welcome page', () => {
  it.each([
    ['ticket', ['the-rewrite-trap']],
    ['design', ['wrong-beats-vague']],
    ['silent', []],
  ] as const)('%s: %j', (name, expected) => {
    expect(marksOf(name)).toEqual(expected);
  });
});
