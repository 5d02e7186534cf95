// The quiet rules: which of the hints that are sure enough are drawn. A table test stands beside.
import type { By, Hint, Kind } from './types.ts';

/** A block with its hints, in document order. */
export interface Candidates {
  block: string;
  words: number;
  hints: readonly Hint[];
}

/** A hint that is drawn. */
export interface Mark {
  block: string;
  hint: Hint;
}

const WORDS_A_HINT = 200;
const MOST_IN_VIEW = 5;
const MOST_IN_SHORT = 2;
const SHORT_KINDS: ReadonlySet<Kind> = new Set([
  'ticket',
  'epic',
  'chat',
  'email',
  'review-comment',
  'pull-request',
]);
/** About what a window shows. */
const WORDS_IN_VIEW = 700;

/**
 * Chooses marks for one surface: only what is mine and sure; each note once; one a block; the first is free,
 * then one for each 200 words; two in a ticket or message; five in view. The surest win.
 */
export function chooseMarks(blocks: readonly Candidates[], kind: Kind, by: By): Mark[] {
  if (by === 'other') return [];
  const total = blocks.reduce((sum, block) => sum + block.words, 0);
  const budget = Math.min(
    1 + Math.floor(total / WORDS_A_HINT),
    SHORT_KINDS.has(kind) ? MOST_IN_SHORT : Infinity,
  );
  const position = new Map<string, number>();
  let words = 0;
  for (const block of blocks) {
    position.set(block.block, words);
    words += block.words;
  }
  const sure = blocks
    .flatMap(({ block, hints }) => hints.map((hint) => ({ block, hint })))
    .filter(({ hint }) => hint.shown === 'mark' && hint.place === 'page')
    .sort((a, b) => b.hint.score - a.hint.score || position.get(a.block)! - position.get(b.block)!);
  const marks: Mark[] = [];
  for (const mark of sure) {
    if (marks.length >= budget) break;
    if (marks.some(({ block, hint }) => block === mark.block || hint.note === mark.hint.note)) continue;
    const at = position.get(mark.block)!;
    const near = marks.filter(({ block }) => Math.abs(position.get(block)! - at) < WORDS_IN_VIEW);
    if (near.length < MOST_IN_VIEW) marks.push(mark);
  }
  return marks.sort((a, b) => position.get(a.block)! - position.get(b.block)!);
}
