// The encoder in the background: its files are read when a block first needs it, and kept while the background lives.
import { createEncoder } from '../engine/relevance/encoder/encoder.ts';
import { HEADS_FILE, unpackHeads } from '../engine/relevance/encoder/heads.ts';
import { scoreText } from '../engine/relevance/encoder/stage.ts';
import { SecondStage } from '../engine/relevance/second-stage.ts';

const FILES = ['encoder/encoder.bin', 'encoder/kernel.wasm', HEADS_FILE] as const;

/**
 * A function that gives the encoder, loading it once.
 * Where a file is missing or damaged it says so once and gives null: the linear stage goes on alone.
 * @param read gives the bytes of a file of the extension
 */
export function lazyEncoder(read: (name: string) => Promise<ArrayBuffer>): () => Promise<SecondStage | null> {
  let loading: Promise<SecondStage | null> | undefined;
  const load = async (): Promise<SecondStage | null> => {
    try {
      const [asset, program, heads] = await Promise.all(
        FILES.map(async (name) => new Uint8Array(await read(name))),
      );
      return new SecondStage(scoreText(createEncoder(asset!, program!), unpackHeads(heads!)));
    } catch (error) {
      console.error('the encoder could not be loaded, hints come from words alone:', error);
      return null;
    }
  };
  return () => {
    loading ??= load();
    return loading;
  };
}
