// A document of 50,000 words as the background works on it: the review in steps, then the linear stage block by
// block, then what the panel is told.
import { Surface } from '../../src/background/surface.ts';
import type { Descriptions } from '../../src/engine/documents/describe.ts';
import { DocumentReader } from '../../src/engine/documents/document.ts';
import type { Engine } from '../../src/engine/suggest.ts';
import { blocksOfText } from '../../src/engine/text/markup.ts';
import { wordsOf } from '../../src/engine/text/words.ts';
import type { Block } from '../../src/engine/types.ts';
import { quantile } from './statistics.ts';

const WORDS = 50_000;
/** The queue of the background runs steps until so much time has gone, then lets others in. */
const SLICE_MS = 8;
const INFO = { host: 'unknown', documentId: 'bench', title: 'Design document', kind: 'unknown' as const };
const CONTEXT = { title: INFO.title, hostKind: INFO.kind, corrected: undefined, partial: false };

/** Milliseconds in all, of the longest step, and of the longest slice of the queue. */
export interface Cost {
  all: number;
  step: number;
  slice: number;
}

export interface CoachRow {
  words: number;
  blocks: number;
  review: Cost;
  hints: Cost;
  /** Review and hints together. */
  all: number;
  /** The same after one block was edited. */
  edit: number;
}

/** Reviews a long document made of `passages`, under a heading every nine; the best of three runs. */
export function benchCoach(
  described: Descriptions,
  engine: Engine,
  passages: readonly string[],
  words = WORDS,
): CoachRow {
  // Once without counting, so that the compiler has seen the code.
  once(described, engine, passages, words);
  const runs = [1, 2, 3].map(() => once(described, engine, passages, words));
  return runs.reduce((best, run) => (run.all < best.all ? run : best));
}

function once(described: Descriptions, engine: Engine, passages: readonly string[], words: number): CoachRow {
  const blocks = longDocument(passages, words);
  const surface = new Surface('bench', new DocumentReader(described));
  const first = look(surface, engine, blocks, blocks, 1);
  const edited = [...blocks];
  const middle = Math.floor(blocks.length / 2);
  edited[middle] = { id: 'edited', type: 'paragraph', text: 'Edited, and out of scope.' };
  const second = look(surface, engine, edited, [edited[middle]!], 2);
  return { words, blocks: blocks.length, ...first, edit: second.all };
}

function longDocument(passages: readonly string[], most: number): Block[] {
  const parts = ['# Design document'];
  for (let words = 0, at = 0; words < most; at++) {
    const text = passages[at % passages.length]!.replace(/\s+/g, ' ');
    if (at % 9 === 0) parts.push(`## Part ${at}`);
    parts.push(`${text} ${at}`);
    words += wordsOf(text).length;
  }
  return blocksOfText(parts.join('\n\n')).map(({ id, type, text, level }) => ({
    ...{ id, type, text },
    ...(level && { level }),
  }));
}

/** What the background does after it was sent blocks. */
function look(
  surface: Surface,
  engine: Engine,
  blocks: readonly Block[],
  changed: readonly Block[],
  revision: number,
): Pick<CoachRow, 'review' | 'hints' | 'all'> {
  const order = blocks.map(({ id }) => id);
  surface.take({
    ...{ kind: 'blocks', surface: 'bench', revision, by: 'me', partial: false, order, changed: [...changed] },
  });
  const review = timed(surface.review.begin(surface.ordered(), CONTEXT));
  let pending: ReturnType<Surface['pending']> | null = null;
  const hints = timed(() => {
    if (!pending) pending = surface.pending(INFO, '');
    else {
      const next = pending.shift();
      if (next) surface.found(next.key, engine.suggest(next.passage), engine.isOpen(next.passage));
    }
    if (pending.length > 0) return true;
    surface.hints(INFO, '');
    return false;
  });
  return { review, hints, all: review.all + hints.all };
}

/** Runs steps to their end. */
function timed(next: () => boolean): Cost {
  const steps: number[] = [];
  const slices = [0];
  for (let more = true; more; ) {
    const before = performance.now();
    more = next();
    const took = performance.now() - before;
    steps.push(took);
    if (slices.at(-1)! < SLICE_MS) slices[slices.length - 1]! += took;
    else slices.push(took);
  }
  return {
    all: steps.reduce((sum, took) => sum + took, 0),
    step: quantile(steps, 1),
    slice: quantile(slices, 1),
  };
}
