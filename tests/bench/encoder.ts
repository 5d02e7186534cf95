// The sentence encoder in Node: how long it takes to load and to read a block, and what it holds in memory.
import { createEncoder, type Encoder } from '../../src/engine/relevance/encoder/encoder.ts';
import { ms, quantile } from './statistics.ts';

const TOKENS = 130;
const TEXTS = 120;
/** Read before the clock counts: the compiler has then seen the kernel. */
const WARM = 20;
const LOADS = 5;
const MEGABYTE = 1024 * 1024;

/**
 * Lines of the report on the encoder.
 * @param files the asset and its program
 * @param blocks prose to cut texts from
 */
export function benchEncoder(
  files: { asset: Uint8Array; program: Uint8Array },
  blocks: readonly string[],
): string[] {
  const before = process.memoryUsage().rss;
  const loads: number[] = [];
  let encoder: Encoder | undefined;
  for (let turn = 0; turn < LOADS; turn++) {
    const start = performance.now();
    encoder = createEncoder(files.asset, files.program);
    loads.push(performance.now() - start);
  }
  const held = (process.memoryUsage().rss - before) / LOADS / MEGABYTE;
  const times = textsOf(encoder!, blocks).map((text) => {
    const start = performance.now();
    encoder!.embed(text);
    return performance.now() - start;
  });
  const counted = times.slice(WARM);
  return [
    `encoder ready in ${ms(quantile(loads, 0.5))} from bytes in memory, median of ${LOADS}; ${held.toFixed(0)} MB more resident for each`,
    `encoder, ${TOKENS} tokens (about 100 words): p50 ${ms(quantile(counted, 0.5))}, p95 ${ms(quantile(counted, 0.95))}, n ${counted.length} (goal median 80 ms in the browser's background)`,
  ];
}

/** Texts of exactly `TOKENS` tokens, start and end included. */
function textsOf(encoder: Encoder, blocks: readonly string[]): string[] {
  const words = blocks.join(' ').split(/\s+/);
  return Array.from({ length: TEXTS }, (_, at) => {
    const text = words.slice(at * 140, at * 140 + 140).join(' ');
    const last = encoder.read(text).pieces[TOKENS - 3];
    return last ? text.slice(0, last.end) : text;
  });
}
