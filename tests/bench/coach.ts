// A document of 50,000 words as the background works on it: the review in steps, then one block a step.

import type { Descriptions } from '../../src/engine/documents/describe.ts';
import { DocumentReader } from '../../src/engine/documents/document.ts';
import type { Engine } from '../../src/engine/suggest.ts';
import { blocksOfText } from '../../src/engine/text/markup.ts';
import { wordsOf } from '../../src/engine/text/words.ts';
import { quantile } from './statistics.ts';

const WORDS = 50_000;
const BLOCKS_A_STEP = 4;

export interface CoachRow {
  words: number;
  blocks: number;
  /** Milliseconds in all, and of the longest step. */
  review: { all: number; longest: number };
  hints: { all: number; longest: number };
  /** The review after one block was edited. */
  edit: number;
}

/** Reviews a long document made of `passages`, under a heading every nine. */
export function benchCoach(described: Descriptions, engine: Engine, passages: readonly string[]): CoachRow {
  const parts = ['# Design document'];
  for (let words = 0, at = 0; words < WORDS; at++) {
    const text = passages[at % passages.length]!.replace(/\s+/g, ' ');
    if (at % 9 === 0) parts.push(`## Part ${at}`);
    parts.push(`${text} ${at}`);
    words += wordsOf(text).length;
  }
  const blocks = blocksOfText(parts.join('\n\n'));
  const document = { title: 'Design document', blocks };
  // Once without counting, so that the compiler has seen the code.
  new DocumentReader(described).review(document);
  const reader = new DocumentReader(described);
  const review: number[] = [];
  const step = (run: () => boolean, into: number[]) => {
    for (let more = true; more; ) {
      const before = performance.now();
      more = run();
      into.push(performance.now() - before);
    }
  };
  step(() => reader.prepare(blocks, BLOCKS_A_STEP), review);
  step(() => !reader.review(document), review);
  const hints: number[] = [];
  const queue = blocks.filter(({ type }) => type === 'paragraph');
  step(() => {
    const block = queue.pop();
    if (block) engine.suggest({ text: block.text, title: document.title, kind: 'design-doc' });
    return queue.length > 0;
  }, hints);
  const edited = [...blocks];
  edited[Math.floor(blocks.length / 2)] = { ...blocks[1]!, id: 'new', text: 'Edited.' };
  const before = performance.now();
  reader.prepare(edited, BLOCKS_A_STEP);
  reader.review({ ...document, blocks: edited });
  const edit = performance.now() - before;
  const sum = (times: readonly number[]) => times.reduce((all, time) => all + time, 0);
  return {
    words: WORDS,
    blocks: blocks.length,
    review: { all: sum(review), longest: quantile(review, 1) },
    hints: { all: sum(hints), longest: quantile(hints, 1) },
    edit,
  };
}
