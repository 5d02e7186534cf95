import { describe, expect, it } from 'vitest';
import { ROWS } from './features.ts';
import { ModelError, packModel, unpackModel } from './pack.ts';

const bytes = packModel({
  linear: {
    topics: ['strategy'],
    weights: new Int8Array(ROWS * 2).fill(3),
    scale: new Float32Array([0.5, 0.25]),
    bias: new Float32Array([-1, 1]),
    notes: [{ id: 'a-note', topic: 0, rows: new Map([[7, 0.5]]) }],
  },
});
const bufferOf = (part: Uint8Array) => part.slice().buffer as ArrayBuffer;

describe('the model file', () => {
  it('gives back what was packed', () => {
    const { linear } = unpackModel(bufferOf(bytes));
    expect(linear.topics).toEqual(['strategy']);
    expect(linear.weights).toHaveLength(ROWS * 2);
    expect(linear.notes[0]!.rows.get(7)).toBe(0.5);
  });

  it.each([
    ['empty', 0],
    ['cut within its head', 10],
    ['cut within its header', 40],
    ['cut within its weights', bytes.length - 1],
  ])('is refused where it is %s', (_, length) => {
    expect(() => unpackModel(bufferOf(bytes.subarray(0, length)))).toThrow(ModelError);
  });

  it('is refused where any byte is flipped', () => {
    for (const at of [0, 3, 4, 7, 8, 20, 200, bytes.length >> 1, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 4;
      expect(() => unpackModel(bufferOf(damaged)), `byte ${at}`).toThrow();
    }
  });
});
