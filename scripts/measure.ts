// Marks and panel lines on labelled passages: what `npm run eval` prints and the evaluation gate holds.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { SecondStage } from '../src/engine/relevance/second-stage.ts';
import type { Engine } from '../src/engine/suggest.ts';
import { type Hint, KINDS } from '../src/engine/types.ts';

const rowSchema = v.object({
  id: v.string(),
  topics: v.array(v.string()),
  text: v.string(),
  kind: v.fallback(v.picklist(KINDS), 'unknown'),
  title: v.optional(v.string(), ''),
  heading: v.optional(v.string(), ''),
  strength: v.optional(v.string()),
  stretch: v.optional(v.boolean(), false),
});
export type Row = v.InferOutput<typeof rowSchema>;

/** Counts over labelled passages. */
export interface Tally {
  shown: number;
  right: number;
  positive: number;
  first: number;
  three: number;
  none: number;
  falseMarks: number;
  falsePanel: number;
}

/** The labelled passages of a file of JSON lines. @throws where a line is not of the form */
export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(rowSchema, JSON.parse(line)));
}

/**
 * Counts marks and panel lines; passages of `strength: weak` count neither way.
 * @param wrong called with each mark whose topic is not accepted
 */
export function tallyOf(
  rows: readonly Row[],
  engine: Engine,
  secondStage?: SecondStage,
  wrong: (row: Row, mark: Hint) => void = () => undefined,
): Tally {
  const tally = {
    shown: 0,
    right: 0,
    positive: 0,
    first: 0,
    three: 0,
    none: 0,
    falseMarks: 0,
    falsePanel: 0,
  };
  for (const row of rows) {
    if (row.strength === 'weak') continue;
    const { text, kind, title, heading, topics } = row;
    const passage = { text, kind, title, heading };
    const scores = engine.isOpen(passage) ? secondStage?.scores(text) : undefined;
    const hints = engine.suggest(passage, {}, scores);
    const mark = hints.find((hint) => hint.shown === 'mark');
    const isRight = (hint: Hint | undefined) => hint !== undefined && topics.includes(hint.topic);
    if (mark) tally.shown++;
    if (mark && isRight(mark)) tally.right++;
    if (mark && !isRight(mark)) wrong(row, mark);
    if (topics[0] === 'none') {
      tally.none++;
      if (mark) tally.falseMarks++;
      if (hints.length > 0) tally.falsePanel++;
    } else {
      tally.positive++;
      if (isRight(hints[0])) tally.first++;
      if (hints.some(isRight)) tally.three++;
    }
  }
  return tally;
}
