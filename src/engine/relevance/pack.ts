// The trained model as bytes, with a checksum: a file that was cut or damaged is refused, not believed.
import { hash32 } from './features.ts';
import type { LinearModel } from './linear.ts';

/** A model file that cannot be used; the message says why. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** What the model file holds. */
export interface PackedModel {
  linear: LinearModel;
}

interface Header {
  topics: string[];
  bias: number[];
  scale: number[];
  notes: [id: string, topic: number, rows: number[], weights: number[]][];
  weights: number;
}

const MAGIC = 0x31575453;
const PREFIX = 12;

/** Name of the asset. */
export const MODEL_FILE = 'model.bin';

/** Bytes of a model: magic, checksum, length of the header, header as JSON, weights. */
export function packModel({ linear }: PackedModel): Uint8Array {
  const header: Header = {
    topics: linear.topics,
    bias: [...linear.bias],
    scale: [...linear.scale],
    notes: linear.notes.map(({ id, topic, rows }) => [
      id,
      topic,
      [...rows.keys()],
      [...rows.values()].map((weight) => Math.round(weight * 1000) / 1000),
    ]),
    weights: linear.weights.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PREFIX + json.length + linear.weights.length);
  bytes.set(json, PREFIX);
  bytes.set(
    new Uint8Array(linear.weights.buffer, linear.weights.byteOffset, linear.weights.length),
    PREFIX + json.length,
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, checksum(bytes.subarray(PREFIX)), true);
  view.setUint32(8, json.length, true);
  return bytes;
}

/** Reads a model file. @throws ModelError where it is missing its head, cut short or damaged */
export function unpackModel(buffer: ArrayBuffer): PackedModel {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC)
    throw new ModelError('the model file is not one');
  if (view.getUint32(4, true) !== checksum(bytes.subarray(PREFIX)))
    throw new ModelError('the model file is damaged');
  const length = view.getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))) as Header;
  return {
    linear: {
      topics: header.topics,
      bias: Float32Array.from(header.bias),
      scale: Float32Array.from(header.scale),
      notes: header.notes.map(([id, topic, rows, weights]) => ({
        id,
        topic,
        rows: new Map(rows.map((row, at) => [row, weights[at]!])),
      })),
      weights: new Int8Array(buffer, PREFIX + length, header.weights),
    },
  };
}

/** Sum over the bytes in which each flipped one shows (Fletcher-like, four bytes at a time). */
function checksum(bytes: Uint8Array): number {
  let sum = hash32(String(bytes.length));
  for (let at = 0; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return sum >>> 0;
}
