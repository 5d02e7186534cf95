// Fits the encoder's heads to the library, from where fine-tuning left them; seconds, deterministic.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WIDTH } from '../engine/relevance/encoder/encoder.ts';
import type { Heads } from '../engine/relevance/encoder/heads.ts';
import type { Embeddings } from './embeddings.ts';
import { type Labelled, seeded } from './linear.ts';

const EPOCHS = 3;
const RATE = 0.05;
/** Pull back to the fine-tuned heads, which have seen real prose that is not in the library. */
const PULL = 2e-4;
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

interface Sample {
  x: Float32Array;
  targets: Float32Array;
  worth: number;
  weight: number;
}

/** Fits all heads. `topics` and `notes` give the order of outputs. */
export function fitHeads(
  passages: readonly Labelled[],
  topics: readonly string[],
  notes: readonly string[],
  embeddings: Embeddings,
  root: string,
): Heads {
  const { center, weights: first, bias: firstBias } = readFineTuned(root);
  const centered = passages.map(({ text }) =>
    embeddings.of(text).map((value, i) => (value - center[i]!) * SPREAD),
  );
  const samples = passages.map((passage, at) => sampleOf(passage, centered[at]!, topics));
  const weights = first.slice();
  const bias = firstBias.slice();
  const random = seeded(4);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of shuffled(samples.length, random)) {
      const sample = samples[at]!;
      const error = errorOf(sample, logitsOf(weights, bias, sample.x));
      for (let row = 0; row < bias.length; row++) {
        const step = rate * error[row]! * sample.weight;
        bias[row]! -= step;
        for (let i = 0, w = row * WIDTH; i < WIDTH; i++, w++)
          weights[w]! -= step * sample.x[i]! + rate * PULL * (weights[w]! - first[w]!);
      }
    }
  }
  const ofNotes = fitNotes(passages, centered, notes);
  return {
    topics,
    notes,
    ...uncentered(joined(weights, ofNotes), joined(bias, new Float32Array(notes.length)), center),
  };
}

function sampleOf(
  { topics: right, weight = 1 }: Labelled,
  x: Float32Array,
  topics: readonly string[],
): Sample {
  const targets = new Float32Array(topics.length + 1);
  right.forEach((topic, rank) => {
    targets[topics.indexOf(topic)] = rank === 0 ? 1 : 0.6;
  });
  if (right.length === 0) targets[topics.length] = 1;
  const sum = targets.reduce((total, value) => total + value, 0);
  return { x, targets: targets.map((value) => value / sum), worth: right.length > 0 ? 1 : 0, weight };
}

function logitsOf(weights: Float32Array, bias: Float32Array, x: Float32Array): Float32Array {
  return bias.map((start, row) => {
    let sum = start;
    for (let i = 0, w = row * WIDTH; i < WIDTH; i++, w++) sum += weights[w]! * x[i]!;
    return sum;
  });
}

/** Gradient of the cross entropies: softmax over topics and silence, sigmoid for "worth saying" (the last row). */
function errorOf({ targets, worth }: Sample, logits: Float32Array): Float32Array {
  const last = logits.length - 1;
  const error = softmax(logits.subarray(0, last));
  const all = new Float32Array(logits.length);
  for (let row = 0; row < last; row++) all[row] = error[row]! - targets[row]!;
  all[last] = 1 / (1 + Math.exp(-logits[last]!)) - worth;
  return all;
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
  centered: readonly Float32Array[],
  notes: readonly string[],
): Float32Array {
  const weights = new Float32Array(notes.length * WIDTH);
  const rowOf = new Map(notes.map((note, row) => [note, row]));
  const rivals = new Map<string, number[]>();
  const own: { row: number; at: number; topic: string }[] = [];
  passages.forEach(({ note, topics }, at) => {
    const row = note === undefined ? undefined : rowOf.get(note);
    const topic = topics[0];
    if (row === undefined || topic === undefined) return;
    own.push({ row, at, topic });
    const list = rivals.get(topic) ?? [];
    if (!list.includes(row)) list.push(row);
    rivals.set(topic, list);
  });
  const counts = new Float32Array(notes.length);
  for (const { row } of own) counts[row]!++;
  for (const { row, at } of own)
    for (let i = 0; i < WIDTH; i++) weights[row * WIDTH + i]! += (2 * centered[at]![i]!) / counts[row]!;
  const random = seeded(5);
  for (let epoch = 0; epoch < NOTE_EPOCHS; epoch++) {
    for (const index of shuffled(own.length, random)) {
      const { row, at, topic } = own[index]!;
      const rows = rivals.get(topic)!;
      const x = centered[at]!;
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
