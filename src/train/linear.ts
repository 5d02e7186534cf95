// Fits the linear stage: logistic regression, one output a topic and one for "worth saying", by AdaGrad.
import { forEachRow, lengthScale, ROWS, runRows } from '../engine/relevance/features.ts';
import type { LinearModel } from '../engine/relevance/linear.ts';
import { blankInline } from '../engine/text/prose.ts';
import { wordsOf } from '../engine/text/words.ts';

/** A passage with what is right for it. */
export interface Labelled {
  text: string;
  /** Every topic whose guidance would be right; empty where silence is. */
  topics: readonly string[];
  note?: string;
  /** Of how much weight an error is; 1 where nothing is said. */
  weight?: number;
}

const EPOCHS = 8;
const RATE = 0.35;
const DECAY = 2e-5;
const NOTE_ROWS = 60;

/** A seeded source of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

/** The features of a text as the linear stage sums them, scaled by length. */
function vectorOf(text: string): Vector {
  const words = wordsOf(blankInline(text));
  const values = new Map<number, number>();
  const add = (row: number, value: number) => values.set(row, (values.get(row) ?? 0) + value);
  forEachRow(words, (row) => add(row, 1));
  for (const { lower } of words) for (const row of runRows(lower)) add(row, 0.5);
  const scale = lengthScale(words.length);
  return {
    rows: Int32Array.from(values.keys()),
    values: Float32Array.from(values.values(), (value) => value * scale),
  };
}

/** Fits a model; the same input gives the same weights on every machine. */
export function fitLinear(
  passages: readonly Labelled[],
  topics: readonly string[],
  notes: readonly string[],
): LinearModel {
  const outputs = topics.length + 1;
  const weights = new Float32Array(ROWS * outputs);
  const squares = new Float32Array(ROWS * outputs).fill(0.1);
  const bias = new Float32Array(outputs).fill(-2);
  const vectors = passages.map(({ text }) => vectorOf(text));
  const targets = passages.map((passage) => targetsOf(passage, topics));
  const random = seeded(20261124);
  const order = passages.map((_, at) => at);
  const gradient = new Float32Array(outputs);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / (EPOCHS + 2));
    for (const at of order) {
      const { rows, values } = vectors[at]!;
      const logits = new Float32Array(bias);
      for (let i = 0; i < rows.length; i++) {
        const from = rows[i]! * outputs;
        for (let o = 0; o < outputs; o++) logits[o]! += weights[from + o]! * values[i]!;
      }
      const importance = passages[at]!.weight ?? 1;
      for (let o = 0; o < outputs; o++) {
        gradient[o] = (1 / (1 + Math.exp(-logits[o]!)) - targets[at]![o]!) * importance;
        bias[o]! -= rate * 0.02 * gradient[o]!;
      }
      for (let i = 0; i < rows.length; i++) {
        const from = rows[i]! * outputs;
        for (let o = 0; o < outputs; o++) {
          const g = gradient[o]! * values[i]! + DECAY * weights[from + o]!;
          squares[from + o]! += g * g;
          weights[from + o]! -= (rate * g) / Math.sqrt(squares[from + o]!);
        }
      }
    }
  }
  return {
    topics: [...topics],
    ...quantized(weights, outputs),
    bias,
    notes: tellingRows(passages, topics, notes),
  };
}

function targetsOf({ topics: right }: Labelled, topics: readonly string[]): Float32Array {
  const targets = new Float32Array(topics.length + 1);
  right.forEach((topic, rank) => {
    const at = topics.indexOf(topic);
    if (at >= 0) targets[at] = rank === 0 ? 1 : 0.8;
  });
  if (right.length > 0) targets[topics.length] = 1;
  return targets;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

function quantized(weights: Float32Array, outputs: number): Pick<LinearModel, 'weights' | 'scale'> {
  const scale = new Float32Array(outputs);
  for (let at = 0; at < weights.length; at++) {
    const o = at % outputs;
    scale[o] = Math.max(scale[o]!, Math.abs(weights[at]!));
  }
  for (let o = 0; o < outputs; o++) scale[o] = (scale[o]! || 1) / 127;
  const small = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at++) small[at] = Math.round(weights[at]! / scale[at % outputs]!);
  return { weights: small, scale };
}

/** For each note the rows by which its passages differ most from the rest of its topic. */
function tellingRows(
  passages: readonly Labelled[],
  topics: readonly string[],
  notes: readonly string[],
): LinearModel['notes'] {
  const ofTopic = new Map<string, Labelled[]>();
  for (const passage of passages) {
    if (!passage.note || !passage.topics[0]) continue;
    const list = ofTopic.get(passage.topics[0]) ?? [];
    list.push(passage);
    ofTopic.set(passage.topics[0], list);
  }
  return [...ofTopic].flatMap(([topic, list]) => {
    const whole = shares(list);
    return [...new Set(list.map((passage) => passage.note!))]
      .filter((note) => notes.includes(note))
      .map((id) => {
        const own = shares(list.filter((passage) => passage.note === id));
        const telling = [...own]
          .map(([row, share]) => [row, Math.log((share + 0.05) / ((whole.get(row) ?? 0) + 0.05))] as const)
          .sort((a, b) => b[1] - a[1])
          .slice(0, NOTE_ROWS);
        return { id, topic: topics.indexOf(topic), rows: new Map(telling) };
      });
  });
}

/** Share of passages in which each row of stems and pairs stands. */
function shares(passages: readonly Labelled[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { text } of passages) {
    const present = new Set<number>();
    forEachRow(wordsOf(blankInline(text)), (row) => present.add(row));
    for (const row of present) counts.set(row, (counts.get(row) ?? 0) + 1 / passages.length);
  }
  return counts;
}
