// What the engine says of labelled passages, and the counts that `npm run eval` prints and the evaluation gate holds.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { SecondStage } from '../src/engine/relevance/second-stage.ts';
import type { Engine } from '../src/engine/suggest.ts';
import { type Hint, KINDS, type Passage } from '../src/engine/types.ts';

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
/** A labelled passage; `topics` are all that would be right, `["none"]` where silence is. */
export type Row = v.InferOutput<typeof rowSchema>;

/** A labelled passage with what the engine said of it, best first. */
export interface Judged {
  row: Row;
  hints: readonly Hint[];
}

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

/** The rows of a file of JSON lines. @throws where a line is not of the form */
export function readLines<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(schema, JSON.parse(line)));
}

/** The labelled passages of a file. Those of `strength: weak` count neither way, and are left out. */
export function readRows(file: string): Row[] {
  return readLines(file, rowSchema).filter(({ strength }) => strength !== 'weak');
}

/** What the whole engine says of a passage: both stages, as the background asks them. */
export function hintsOf(passage: Passage, engine: Engine, secondStage?: SecondStage): Hint[] {
  const scores = engine.isOpen(passage) ? secondStage?.scores(passage.text) : undefined;
  return engine.suggest(passage, {}, scores);
}

/** Asks the engine about every row. */
export function judge(rows: readonly Row[], engine: Engine, secondStage?: SecondStage): Judged[] {
  return rows.map((row) => {
    const { text, kind, title, heading } = row;
    return { row, hints: hintsOf({ text, kind, title, heading }, engine, secondStage) };
  });
}

/** Whether a hint's topic is one of those that would be right. */
export function isRight({ topics }: Row, hint: Hint | undefined): boolean {
  return hint !== undefined && topics.includes(hint.topic);
}

export const isSilent = ({ topics }: Row): boolean => topics[0] === 'none';

/** The hint that would be drawn, if any. */
export function markOf({ hints }: Judged): Hint | undefined {
  return hints.find(({ shown }) => shown === 'mark');
}

/** Counts marks and panel lines. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const count = (holds: (one: Judged) => boolean) => judged.filter(holds).length;
  return {
    shown: count((one) => markOf(one) !== undefined),
    right: count((one) => isRight(one.row, markOf(one))),
    positive: count(({ row }) => !isSilent(row)),
    first: count(({ row, hints }) => isRight(row, hints[0])),
    three: count(({ row, hints }) => hints.some((hint) => isRight(row, hint))),
    none: count(({ row }) => isSilent(row)),
    falseMarks: count((one) => isSilent(one.row) && markOf(one) !== undefined),
    falsePanel: count(({ row, hints }) => isSilent(row) && hints.length > 0),
  };
}
