// The sentence encoder: text → a vector of what it is about. `tools/encoder/` has how its asset came about.
import { type Piece, WordPiece } from './word-piece.ts';

/** Numbers in a vector. */
export const WIDTH = 384;
/** The most tokens that are read of a text, start and end included; what follows is not seen. */
export const MOST_TOKENS = 160;

const MAGIC = 0x31455753; // "SWE1", little-endian
const HEADER = 64;
const PAGE = 65536;
const [START, END] = [2, 3];

/** Why the encoder cannot be had. The engine goes on with its linear stage. */
export class EncoderError extends Error {
  constructor(readonly reason: 'cut short' | 'damaged' | 'of another version') {
    super(`The encoder's asset is ${reason}`);
    this.name = 'EncoderError';
  }
}

/** A text as the encoder read it: its vector (length 1), and each piece's own state, `WIDTH` numbers a piece. */
export interface Reading {
  vector: Float32Array;
  pieces: readonly Piece[];
  states: Float32Array;
}

/** Deterministic: the same text gives the same bits on every machine. */
export interface Encoder {
  /** The vector of a text, length 1. An empty text has one too, and it means nothing. */
  embed(text: string): Float32Array;
  /** The same, with the pieces that it was made from: their mean, times a factor, is the vector. */
  read(text: string): Reading;
}

interface Kernel {
  memory: WebAssembly.Memory;
  heap(): number;
  input(): number;
  output(): number;
  states(): number;
  checksum(at: number, length: number): number;
  encode(tokens: number, vocabulary: number, layers: number): void;
}

/** Header of the asset: "SWE1", vocabulary, layers, bytes in all, where the vocabulary's text begins. */
function headerOf(asset: Uint8Array) {
  if (asset.length < HEADER + 4) throw new EncoderError('cut short');
  const view = new DataView(asset.buffer, asset.byteOffset, asset.length);
  const [magic, vocabulary, layers, length, text] = [0, 4, 8, 12, 16].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number, number];
  if (magic !== MAGIC) throw new EncoderError('of another version');
  if (asset.length < length) throw new EncoderError('cut short');
  if (asset.length > length) throw new EncoderError('damaged');
  return { vocabulary, layers, text, checksum: view.getUint32(length - 4, true) };
}

/**
 * An encoder from the bytes of its asset (`encoder.bin`) and of its program (`kernel.wasm`).
 * The asset is copied: the caller may let go of its own. Throws `EncoderError` where the asset is not whole.
 */
export function createEncoder(asset: Uint8Array, program: Uint8Array): Encoder {
  const header = headerOf(asset);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(program as Uint8Array<ArrayBuffer>));
  const kernel = exports as unknown as Kernel;
  const heap = kernel.heap();
  const missing = heap + asset.length - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
  new Uint8Array(kernel.memory.buffer).set(asset, heap);
  if (kernel.checksum(heap, asset.length - 4) >>> 0 !== header.checksum) throw new EncoderError('damaged');
  const words = new TextDecoder().decode(asset.subarray(header.text, asset.length - 4)).split('\n');
  const wordPiece = new WordPiece(words.slice(0, header.vocabulary));

  const run = (text: string): Piece[] => {
    const pieces = wordPiece.pieces(text, MOST_TOKENS - 2);
    const ids = [START, ...pieces.map((piece) => piece.id), END];
    new Int32Array(kernel.memory.buffer, kernel.input(), ids.length).set(ids);
    kernel.encode(ids.length, header.vocabulary, header.layers);
    return pieces;
  };
  const vector = () => new Float32Array(kernel.memory.buffer, kernel.output(), WIDTH).slice();
  return {
    embed(text) {
      run(text);
      return vector();
    },
    read(text) {
      const pieces = run(text);
      const from = kernel.states() + WIDTH * Float32Array.BYTES_PER_ELEMENT;
      return {
        vector: vector(),
        pieces,
        states: new Float32Array(kernel.memory.buffer, from, pieces.length * WIDTH).slice(),
      };
    },
  };
}
