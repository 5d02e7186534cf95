// Vectors of the library's texts, kept by content hash in one committed file, so that a build embeds only what is new.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEncoder, type Encoder, WIDTH } from '../engine/relevance/encoder/encoder.ts';

const KEY = 8;
const ENTRY = KEY + 4 + WIDTH;
const MARK = 16;

/** Where the file stands in the project. */
export const EMBEDDINGS_FILE = 'src/train/embeddings.bin';
/** Where the encoder's asset stands. */
export const ENCODER_FILE = 'public/encoder/encoder.bin';

const keyOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * KEY);

/** The encoder of the project's own asset, for the build and for commands. */
export function projectEncoder(root: string): Encoder {
  const file = (name: string) => readFileSync(join(root, 'public/encoder', name));
  return createEncoder(file('encoder.bin'), file('kernel.wasm'));
}

/** Vectors by text; `added` counts those that the file did not have. */
export interface Embeddings {
  of(text: string): Float32Array;
  added: number;
  /** The file's new bytes, for exactly these texts. */
  bytes(texts: readonly string[]): Uint8Array;
}

/**
 * The vectors that the file under `root` has, and a way to those that it has not.
 * The file begins with a hash of the asset: vectors of another asset are not used.
 */
export function readEmbeddings(root: string): Embeddings {
  const asset = readFileSync(join(root, ENCODER_FILE));
  const mark = createHash('sha256').update(asset).digest().subarray(0, MARK);
  const known = new Map<string, Uint8Array>();
  const path = join(root, EMBEDDINGS_FILE);
  const file = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (file.subarray(0, MARK).equals(mark)) {
    for (let at = MARK; at + ENTRY <= file.length; at += ENTRY)
      known.set(file.toString('hex', at, at + KEY), file.subarray(at + KEY, at + ENTRY));
  }
  let encoder: Encoder | undefined;
  const entry = (text: string): Uint8Array => {
    const key = keyOf(text);
    let found = known.get(key);
    if (!found) {
      encoder ??= projectEncoder(root);
      found = rounded(encoder.embed(text));
      known.set(key, found);
      embeddings.added++;
    }
    return found;
  };
  const embeddings: Embeddings = {
    added: 0,
    of: (text) => vectorOf(entry(text)),
    bytes(texts) {
      const keys = [...new Set(texts)].map((text) => [keyOf(text), text] as const);
      keys.sort(([a], [b]) => (a < b ? -1 : 1));
      return Buffer.concat([mark, ...keys.flatMap(([key, text]) => [Buffer.from(key, 'hex'), entry(text)])]);
    },
  };
  return embeddings;
}

/** A vector in 8 bits a number, after its scale. */
function rounded(vector: Float32Array): Uint8Array {
  const scale = Math.fround(vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127);
  const bytes = Buffer.alloc(4 + WIDTH);
  bytes.writeFloatLE(scale, 0);
  for (let i = 0; i < WIDTH; i++) bytes.writeInt8(Math.round(vector[i]! / scale), 4 + i);
  return bytes;
}

function vectorOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const scale = view.getFloat32(0, true);
  return Float32Array.from({ length: WIDTH }, (_, i) => view.getInt8(4 + i) * scale);
}
