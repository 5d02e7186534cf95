import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { packHeads } from '../engine/relevance/encoder/heads.ts';
import { lazyEncoder } from './encoder.ts';

const folder = join(import.meta.dirname, '../../public');
const heads = packHeads({
  topics: ['a', 'b'],
  notes: ['n'],
  weights: new Float32Array(5 * 384).fill(0.01),
  bias: new Float32Array(5),
});

function bytesOf(name: string): ArrayBuffer {
  const bytes = name.endsWith('heads.bin') ? heads : readFileSync(join(folder, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

afterEach(() => vi.restoreAllMocks());

it('loads the encoder once, at the first question', async () => {
  const read = vi.fn(async (name: string) => bytesOf(name));
  const encoder = lazyEncoder(read);
  expect(read).not.toHaveBeenCalled();
  const first = await encoder();
  expect(await encoder()).toBe(first);
  expect(read).toHaveBeenCalledTimes(3);
  expect(first!.scores('Who decides this?').topics).toHaveLength(2);
});

it.each([
  ['missing', () => Promise.reject(new Error('not found'))],
  ['cut short', async (name: string) => bytesOf(name).slice(0, 1000)],
  [
    'damaged',
    async (name: string) => {
      const bytes = new Uint8Array(bytesOf(name));
      bytes[bytes.length >> 1]! ^= 1;
      return bytes.buffer as ArrayBuffer;
    },
  ],
])('says once that a file is %s, and goes on without', async (_, read) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const encoder = lazyEncoder(read);
  expect(await encoder()).toBeNull();
  expect(await encoder()).toBeNull();
  expect(error).toHaveBeenCalledTimes(1);
});
