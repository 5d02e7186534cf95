// The linear stage: one logit a topic and one for "worth saying", from a hashed table of int8 weights.
import type { Word } from '../text/words.ts';
import { forEachRow, lengthScale, ROWS, runRows } from './features.ts';

/** Weights of the linear stage. Row r, output o stands at `weights[r * outputs + o] * scale[o]`. */
export interface LinearModel {
  /** Topic ids in order of outputs; the last output is "worth saying". */
  topics: string[];
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
  /** The most telling rows of each note, for the choice within a topic. */
  notes: { id: string; topic: number; rows: Map<number, number> }[];
}

/** What the linear stage says of a passage, before calibration. */
export interface LinearScores {
  topics: Float32Array;
  worth: number;
}

const CACHE_LIMIT = 20_000;

/** Scores passages with a trained table. */
export class LinearStage {
  private readonly outputs: number;
  private readonly byTopic: LinearModel['notes'][];
  private readonly runs = new Map<string, Float32Array>();

  /** @throws RangeError where the table does not have the expected size */
  constructor(readonly model: LinearModel) {
    this.outputs = model.topics.length + 1;
    this.byTopic = model.topics.map((_, topic) => model.notes.filter((note) => note.topic === topic));
    if (model.weights.length !== ROWS * this.outputs)
      throw new RangeError('the linear model has the wrong size');
  }

  /** Logits for the words of a block; `context` (title, heading) counts a third. */
  score(words: readonly Word[], context: readonly Word[] = []): LinearScores {
    const sums = new Float32Array(this.outputs);
    this.add(words, 1, sums);
    if (context.length > 0) this.add(context, 1 / 3, sums);
    const scale = lengthScale(words.length + context.length / 3);
    const { bias, scale: outputScale } = this.model;
    for (let o = 0; o < this.outputs; o++) sums[o] = sums[o]! * scale * outputScale[o]! + bias[o]!;
    return { topics: sums.subarray(0, this.outputs - 1), worth: sums[this.outputs - 1]! };
  }

  private add(words: readonly Word[], factor: number, sums: Float32Array): void {
    const { weights } = this.model;
    const { outputs } = this;
    const whole = new Int32Array(outputs);
    forEachRow(words, (row) => {
      const from = row * outputs;
      for (let o = 0; o < outputs; o++) whole[o]! += weights[from + o]!;
    });
    for (let o = 0; o < outputs; o++) sums[o]! += whole[o]! * factor;
    for (const { lower } of words) {
      const runs = this.runsOf(lower);
      for (let o = 0; o < outputs; o++) sums[o]! += runs[o]! * factor;
    }
  }

  /** Summed weights of a word's character runs, kept by word. */
  private runsOf(lower: string): Float32Array {
    const known = this.runs.get(lower);
    if (known) return known;
    const sums = new Float32Array(this.outputs);
    for (const row of runRows(lower)) {
      for (let o = 0; o < this.outputs; o++) sums[o]! += this.model.weights[row * this.outputs + o]! * 0.5;
    }
    if (this.runs.size >= CACHE_LIMIT) this.runs.clear();
    this.runs.set(lower, sums);
    return sums;
  }

  /** What each word adds to the logit of `topic`: the evidence of a decision. */
  contributions(words: readonly Word[], topic: number): Float32Array {
    const sums = new Float32Array(words.length);
    const { weights, scale } = this.model;
    forEachRow(words, (row, word) => {
      sums[word]! += weights[row * this.outputs + topic]! * scale[topic]!;
    });
    words.forEach(({ lower }, at) => {
      sums[at]! += this.runsOf(lower)[topic]! * scale[topic]!;
    });
    return sums;
  }

  /** A function that gives how well each note of a topic fits, by its telling rows: 0 where nothing matches. */
  notesOf(words: readonly Word[]): (topic: number) => Map<string, number> {
    let present: Set<number> | undefined;
    const presentRows = () => {
      const rows = new Set<number>();
      forEachRow(words, (row) => rows.add(row));
      return rows;
    };
    return (topic) => {
      present ??= presentRows();
      const fits = new Map<string, number>();
      for (const note of this.byTopic[topic]!) {
        let fit = 0;
        for (const [row, weight] of note.rows) if (present.has(row)) fit += weight;
        fits.set(note.id, fit * lengthScale(words.length));
      }
      return fits;
    };
  }
}
