// What is read off a vector: which topic, whether anything is worth saying, which note.
import { ModelError } from '../pack.ts';
import type { Scores } from '../relevance.ts';
import { WIDTH } from './encoder.ts';

/** Name of the asset. */
export const HEADS_FILE = 'encoder/heads.bin';

/**
 * Linear heads on vectors of length 1. Rows: the topics, silence, "worth saying", the notes, and the vector of each
 * note's own title and line.
 */
export interface Heads {
  topics: readonly string[];
  notes: readonly string[];
  /** `WIDTH` numbers a row. */
  weights: Float32Array;
  /** One number a row. */
  bias: Float32Array;
}

const dot = (weights: Float32Array, from: number, vector: Float32Array, at: number): number => {
  let sum = 0;
  for (let i = 0; i < WIDTH; i++) sum += weights[from + i]! * vector[at + i]!;
  return sum;
};

/** The scores of a vector. A topic's is the logarithm of its share among all topics and silence. */
export function scoresOf(vector: Float32Array, heads: Heads): Omit<Scores, 'contributions' | 'nearness'> {
  const count = heads.topics.length;
  const logits = heads.bias
    .subarray(0, count + 2 + heads.notes.length)
    .map((bias, row) => bias + dot(heads.weights, row * WIDTH, vector, 0));
  const shares = logits.subarray(0, count + 1);
  const top = Math.max(...shares);
  const whole = top + Math.log(shares.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
  return {
    topics: shares.subarray(0, count).map((logit) => logit - whole),
    worth: logits[count + 1]!,
    notes: new Map(heads.notes.map((note, at) => [note, logits[count + 2 + at]!])),
  };
}

/** Cosine of a vector with that of each note's own title and line. */
export function nearnessOf(vector: Float32Array, heads: Heads): Map<string, number> {
  const first = heads.topics.length + 2 + heads.notes.length;
  return new Map(heads.notes.map((note, at) => [note, dot(heads.weights, (first + at) * WIDTH, vector, 0)]));
}

/** What each of `states` (`WIDTH` numbers a piece) adds to the logit of a topic, and half to "worth saying". */
export function pieceWeights(states: Float32Array, topic: number, heads: Heads): Float32Array {
  const worth = heads.topics.length + 1;
  return Float32Array.from(
    { length: states.length / WIDTH },
    (_, piece) =>
      dot(heads.weights, topic * WIDTH, states, piece * WIDTH) +
      dot(heads.weights, worth * WIDTH, states, piece * WIDTH) / 2,
  );
}

const MAGIC = 0x31485753; // "SWH1", little-endian
const PREFIX = 12;

/** Heads as bytes: magic, checksum, length of the header, header as JSON, int8 weights. */
export function packHeads(heads: Heads): Uint8Array {
  const rows = heads.bias.length;
  const scale: number[] = [];
  const small = new Int8Array(rows * WIDTH);
  for (let row = 0; row < rows; row++) {
    const own = heads.weights.subarray(row * WIDTH, (row + 1) * WIDTH);
    scale.push(Math.fround(own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127));
    for (let i = 0; i < WIDTH; i++) small[row * WIDTH + i] = Math.round(own[i]! / scale[row]!);
  }
  const { topics, notes, bias } = heads;
  const json = new TextEncoder().encode(JSON.stringify({ topics, notes, bias: [...bias], scale }));
  const bytes = new Uint8Array(PREFIX + json.length + small.length);
  bytes.set(json, PREFIX);
  bytes.set(new Uint8Array(small.buffer), PREFIX + json.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, sumOf(bytes.subarray(PREFIX)), true);
  view.setUint32(8, json.length, true);
  return bytes;
}

/** Reads heads. @throws ModelError where the file is cut short or damaged */
export function unpackHeads(bytes: Uint8Array): Heads {
  if (bytes.length < PREFIX) throw new ModelError('the heads of the encoder are cut short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== sumOf(bytes.subarray(PREFIX)))
    throw new ModelError('the heads of the encoder are damaged or cut short');
  const from = PREFIX + view.getUint32(8, true);
  const { topics, notes, bias, scale } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(PREFIX, from)),
  ) as {
    topics: string[];
    notes: string[];
    bias: number[];
    scale: number[];
  };
  const small = new Int8Array(bytes.buffer, bytes.byteOffset + from, scale.length * WIDTH);
  const weights = Float32Array.from(small, (value, at) => value * scale[Math.floor(at / WIDTH)]!);
  return { topics, notes, weights, bias: Float32Array.from(bias) };
}

/** FNV-1a over all bytes. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
