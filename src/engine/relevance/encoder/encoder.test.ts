import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import reference from './encoder.fixture.json' with { type: 'json' };
import { createEncoder, EncoderError, MOST_TOKENS, WIDTH } from './encoder.ts';

const folder = join(import.meta.dirname, '../../../../public/encoder');
const asset = readFileSync(join(folder, 'encoder.bin'));
const program = readFileSync(join(folder, 'kernel.wasm'));
const encoder = createEncoder(asset, program);

const cosine = (a: Float32Array, b: ArrayLike<number>): number => {
  let product = 0;
  let length = 0;
  for (let i = 0; i < WIDTH; i++) {
    product += a[i]! * b[i]!;
    length += b[i]! ** 2;
  }
  return product / Math.sqrt(length);
};

describe('the encoder', () => {
  it('gives the vectors of the reference, made with torch from the same int8 weights', () => {
    expect(reference.length).toBeGreaterThanOrEqual(50);
    for (const { text, vector } of reference) {
      const expected = new Int8Array(Buffer.from(vector, 'base64'));
      expect(cosine(encoder.embed(text), expected), text).toBeGreaterThan(0.999);
    }
  });

  it('gives the same bits each time, whatever it read before', () => {
    const text = 'Nobody knows who decides this, so the ticket has been open since May.';
    const first = encoder.embed(text);
    encoder.embed('Something else, and longer. '.repeat(30));
    expect(encoder.embed(text)).toEqual(first);
    expect(createEncoder(asset, program).embed(text)).toEqual(first);
  });

  it('reads states whose mean has the direction of the vector', () => {
    const { vector, pieces, states } = encoder.read('We reopened the question for the third time.');
    expect(states.length).toBe(pieces.length * WIDTH);
    const mean = new Float32Array(WIDTH);
    states.forEach((value, at) => {
      mean[at % WIDTH]! += value;
    });
    expect(cosine(vector, mean)).toBeGreaterThan(0.9);
  });

  it.each([
    '',
    ' \n',
    '\ud800',
    '\u0000\ufffd',
    '🙂'.repeat(2000),
    'x'.repeat(1_000_000),
    '中文 متن',
    'a\u0301',
  ])('takes any text: %#', (text) => {
    const vector = encoder.embed(text);
    expect(vector.every(Number.isFinite)).toBe(true);
    expect(encoder.read(text).pieces.length).toBeLessThanOrEqual(MOST_TOKENS - 2);
  });

  it('refuses an asset that is cut short, damaged or of another version, and says which', () => {
    const refused = (bytes: Uint8Array) => {
      try {
        createEncoder(bytes, program);
      } catch (error) {
        return error instanceof EncoderError ? error.reason : error;
      }
      return 'accepted';
    };
    expect(refused(asset.subarray(0, 20))).toBe('cut short');
    expect(refused(asset.subarray(0, asset.length - 1000))).toBe('cut short');
    expect(refused(Buffer.concat([asset, Buffer.from('x')]))).toBe('damaged');
    const versioned = Buffer.from(asset);
    versioned[3] = 0x39;
    expect(refused(versioned)).toBe('of another version');
    for (const at of [5, 9, 70, asset.length >> 1, asset.length - 200, asset.length - 2]) {
      const flipped = Buffer.from(asset);
      flipped[at]! ^= 4;
      expect(refused(flipped), `byte ${at}`).toBe('damaged');
    }
  });
});
