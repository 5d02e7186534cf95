// The encoder's heads: of topics as fine-tuning left them, of notes fitted to the library; seconds, deterministic.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WIDTH } from '../engine/relevance/encoder/encoder.ts';
import type { Heads } from '../engine/relevance/encoder/heads.ts';
import type { Embeddings } from './embeddings.ts';
import { type TitledNote, titleText } from './labelled.ts';
import { type Labelled, seeded } from './linear.ts';

const NOTE_EPOCHS = 6;
const NOTE_RATE = 0.2;
const SPREAD = 4;

/** Where they stand in the project. */
export const FINE_TUNED_FILE = 'src/train/fine-tuned.bin';

/** Heads as fine-tuning left them, on centered vectors times `SPREAD`: topics and silence, then "worth saying". */
interface FineTuned {
  center: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
}

function readFineTuned(root: string): FineTuned {
  const file = readFileSync(join(root, FINE_TUNED_FILE));
  const numbers = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  const rows = (numbers.length - WIDTH) / (WIDTH + 1);
  return {
    center: numbers.slice(0, WIDTH),
    weights: numbers.slice(WIDTH, WIDTH + rows * WIDTH),
    bias: numbers.slice(WIDTH + rows * WIDTH),
  };
}

/**
 * All heads: those of topics, silence and "worth saying" as fine-tuning left them, and those of notes fitted to the
 * library. Fitting the former again to texts that the encoder was tuned on cost four points of top-1 on real text
 * (tools/encoder/REPORT.md). `topics` and `notes` give the order of outputs.
 */
export function fitHeads(
  passages: readonly Labelled[],
  topics: readonly string[],
  notes: readonly TitledNote[],
  embeddings: Embeddings,
  root: string,
): Heads {
  const { center, weights, bias } = readFineTuned(root);
  const centered = passages.map(({ text, note }) =>
    note === undefined ? undefined : embeddings.of(text).map((value, i) => (value - center[i]!) * SPREAD),
  );
  const ids = notes.map(({ id }) => id);
  const ofNotes = fitNotes(passages, centered, ids);
  const none = new Float32Array(notes.length);
  const heads = uncentered(joined(weights, ofNotes), joined(bias, none), center);
  const titles = Float32Array.from(notes.flatMap((note) => [...embeddings.of(titleText(note))]));
  return {
    topics,
    notes: ids,
    weights: joined(heads.weights, titles),
    bias: joined(heads.bias, none),
  };
}

function softmax(logits: Float32Array): Float32Array {
  const top = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const raised = logits.map((logit) => Math.exp(logit - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

/** Each note against the others of its topic: from its examples' mean, by logistic regression. */
function fitNotes(
  passages: readonly Labelled[],
  centered: readonly (Float32Array | undefined)[],
  notes: readonly string[],
): Float32Array {
  const weights = new Float32Array(notes.length * WIDTH);
  const rowOf = new Map(notes.map((note, row) => [note, row]));
  const rivals = new Map<string, number[]>();
  const own: { row: number; x: Float32Array; topic: string }[] = [];
  passages.forEach(({ note, topics }, at) => {
    const row = note === undefined ? undefined : rowOf.get(note);
    const topic = topics[0];
    const x = centered[at];
    if (row === undefined || topic === undefined || x === undefined) return;
    own.push({ row, x, topic });
    const list = rivals.get(topic) ?? [];
    if (!list.includes(row)) list.push(row);
    rivals.set(topic, list);
  });
  const counts = new Float32Array(notes.length);
  for (const { row } of own) counts[row]!++;
  for (const { row, x } of own)
    for (let i = 0; i < WIDTH; i++) weights[row * WIDTH + i]! += (2 * x[i]!) / counts[row]!;
  const random = seeded(5);
  for (let epoch = 0; epoch < NOTE_EPOCHS; epoch++) {
    for (const index of shuffled(own.length, random)) {
      const { row, x, topic } = own[index]!;
      const rows = rivals.get(topic)!;
      const share = softmax(Float32Array.from(rows, (rival) => product(weights, rival * WIDTH, x)));
      rows.forEach((rival, k) => {
        const step = NOTE_RATE * (share[k]! - (rival === row ? 1 : 0));
        for (let i = 0; i < WIDTH; i++) weights[rival * WIDTH + i]! -= step * x[i]!;
      });
    }
  }
  return weights;
}

function product(weights: Float32Array, from: number, x: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < WIDTH; i++) sum += weights[from + i]! * x[i]!;
  return sum;
}

/** The same heads for vectors as the encoder gives them. */
function uncentered(
  weights: Float32Array,
  bias: Float32Array,
  center: Float32Array,
): Pick<Heads, 'weights' | 'bias'> {
  return {
    weights: weights.map((weight) => weight * SPREAD),
    bias: bias.map((start, row) => start - SPREAD * product(weights, row * WIDTH, center)),
  };
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
