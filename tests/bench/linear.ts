// The linear stage: words a second, one block, and texts of doubling size.
import type { Engine } from '../../src/engine/suggest.ts';
import { wordsOf } from '../../src/engine/text/words.ts';
import { ms, quantile, timed } from './statistics.ts';

const BLOCK_WORDS = 150;
const MOST_BLOCKS = 800;
const SIZES = [250_000, 500_000, 1_000_000, 2_000_000];

/** Lines of the report on the engine without its encoder. */
export function benchLinear(engine: Engine, blocks: readonly string[]): string[] {
  return [speed(engine, blocks), oneBlock(engine, blocks), ...doubling(engine, blocks)];
}

function speed(engine: Engine, blocks: readonly string[]): string {
  const words = blocks.reduce((sum, text) => sum + wordsOf(text).length, 0);
  const times = timed(() => {
    for (const text of blocks) engine.suggest({ text });
  });
  const rate = Math.round(words / quantile(times, 0.5));
  return `linear stage: ${rate}k words a second, median of ${times.length} over ${words} words in ${blocks.length} blocks (goal 1000k)`;
}

function oneBlock(engine: Engine, blocks: readonly string[]): string {
  const long = blocks.join(' ').split(/\s+/);
  const times: number[] = [];
  for (let at = 0; at + BLOCK_WORDS <= long.length && times.length < MOST_BLOCKS; at += BLOCK_WORDS) {
    const text = long.slice(at, at + BLOCK_WORDS).join(' ');
    const before = performance.now();
    engine.suggest({ text });
    times.push(performance.now() - before);
  }
  return `one block of ${BLOCK_WORDS} words: p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, n ${times.length} (goal p95 0.3 ms)`;
}

/** Time must grow with length and no faster, whatever the text. */
function doubling(engine: Engine, blocks: readonly string[]): string[] {
  const prose = blocks.join(' ');
  const kinds: Record<string, (size: number) => string> = {
    prose: (size) => prose.repeat(Math.ceil(size / prose.length)).slice(0, size),
    'no space': (size) => 'a'.repeat(size),
    'one word': (size) => 'rewrite '.repeat(size / 8),
    'lone surrogates': (size) => '\ud800 '.repeat(size / 2),
    'empty lines': (size) => '\n'.repeat(size),
  };
  let run = 0;
  return Object.entries(kinds).map(([name, make]) => {
    const times = SIZES.map((size) => {
      const text = make(size);
      return quantile(
        // Another text each time: what was read last is kept.
        timed(() => engine.suggest({ text: `${text} ${run++}` })),
        0.5,
      );
    });
    const factor = times.at(-1)! / times[0]!;
    return `doubling, ${name}: ${times.map(ms).join(', ')} for ${SIZES.map((size) => size / 1000).join(', ')} kB: ${factor.toFixed(1)} times the time for 8 times the text`;
  });
}
