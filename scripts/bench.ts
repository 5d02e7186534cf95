// npm run bench: what the engine costs, beside its peers on the same text in the same run. Ratios count; times vary.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from '../src/engine/suggest.ts';
import { wordsOf } from '../src/engine/text/words.ts';
import { readContent } from '../src/library/read.ts';
import { benchCoach, type Cost } from '../tests/bench/coach.ts';
import { loadEngine } from './engine.ts';
import { ensurePackages, root, say } from './setup.mjs';

const ROUNDS = 5;
const peers = join(root, 'tests/bench/peers');

const content = readContent(join(root, 'content'));
const blocks = [
  ...content.neutral.map(({ text }) => text),
  ...content.examples.flatMap(({ examples }) => examples.map(({ text }) => text)),
];
const lines: string[] = [];
const print = (line: string) => {
  lines.push(line);
  console.log(line);
};

const started = performance.now();
const engine = loadEngine();
print(
  `engine ready in ${ms(performance.now() - started)} (library and model from disk, Node ${process.versions.node})`,
);
speed(engine);
oneBlock(engine);
doubling(engine);
coach(engine);
await others();
writeFileSync(join(root, 'docs/bench-engine.txt'), `${lines.join('\n')}\n`);

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Milliseconds of each of `ROUNDS` runs, after one that does not count. */
function timed(run: () => void): number[] {
  run();
  return Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
}

function speed(measured: Engine): void {
  const words = blocks.reduce((sum, text) => sum + wordsOf(text).length, 0);
  const times = timed(() => {
    for (const text of blocks) measured.suggest({ text });
  });
  const rates = times.map((time) => (words / time) * 1000);
  print(
    `linear stage: ${Math.round(median(rates) / 1000)}k words a second, median of ${ROUNDS} over ${words} words in ${blocks.length} blocks (goal 1000k)`,
  );
}

function oneBlock(measured: Engine): void {
  const long = blocks.join(' ').split(/\s+/);
  const times: number[] = [];
  for (let at = 0; at + 150 <= long.length && times.length < 800; at += 150) {
    const text = long.slice(at, at + 150).join(' ');
    const before = performance.now();
    measured.suggest({ text });
    times.push(performance.now() - before);
  }
  print(
    `one block of 150 words: p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}, n ${times.length} (goal p95 0.3 ms)`,
  );
}

/** Time must grow with length and no faster, whatever the text. */
function doubling(measured: Engine): void {
  const kinds: Record<string, (size: number) => string> = {
    prose: (size) =>
      blocks
        .join(' ')
        .repeat(Math.ceil(size / 600_000))
        .slice(0, size),
    'no space': (size) => 'a'.repeat(size),
    'one word': (size) => 'rewrite '.repeat(size / 8),
    'empty lines': (size) => '\n'.repeat(size),
  };
  for (const [name, make] of Object.entries(kinds)) {
    const times = [250_000, 500_000, 1_000_000].map((size) => {
      const text = make(size);
      return median(timed(() => measured.suggest({ text })));
    });
    print(`doubling, ${name}: ${times.map(ms).join(', ')} for 250, 500, 1000 kB`);
  }
}

function coach(measured: Engine): void {
  const row = benchCoach(content, measured, blocks);
  const cost = ({ all, step, slice }: Cost) =>
    `${ms(all)}, longest step ${ms(step)}, longest slice ${ms(slice)}`;
  print(
    `coach, a document of ${row.words} words in ${row.blocks} blocks: ${ms(row.all)} in all (goal 300 ms, slices of 20 ms)`,
  );
  print(`  kind, sections, checks: ${cost(row.review)}`);
  print(`  linear hints: ${cost(row.hints)}`);
  print(`  after an edit of one block: ${ms(row.edit)}`);
  const [half, twice] = [0.5, 2].map((size) => benchCoach(content, measured, blocks, row.words * size));
  print(
    `  doubling: ${[half!, row, twice!].map(({ all }) => ms(all)).join(', ')} for 25, 50, 100 thousand words`,
  );
}

async function others(): Promise<void> {
  ensurePackages(peers);
  const sample = content.neutral.map(({ text }) => text).slice(0, 300);
  const words = sample.reduce((sum, text) => sum + wordsOf(text).length, 0);
  const ours = median(
    timed(() => {
      for (const text of sample) engine.suggest({ text });
    }),
  );
  print(`on the same ${sample.length} blocks (${words} words): Staffwise ${ms(ours)}`);
  try {
    print(`  harper.js ${ratio(ours, await harper(sample))}`);
    print(`  retext (readability, simplify) ${ratio(ours, await retext(sample))}`);
  } catch (error) {
    say(`a peer could not be measured: ${(error as Error).message}`);
  }
}

function ratio(ours: number, theirs: number): string {
  return `${ms(theirs)}, ${(theirs / ours).toFixed(1)} times ours`;
}

async function load(path: string): Promise<Record<string, never>> {
  return import(/* @vite-ignore */ pathToFileURL(join(peers, 'node_modules', path)).href);
}

async function harper(sample: readonly string[]): Promise<number> {
  const { LocalLinter } = (await load('harper.js/dist/index.js')) as unknown as {
    LocalLinter: new (options: object) => { setup(): Promise<void>; lint(text: string): Promise<unknown> };
  };
  const { binary } = (await load('harper.js/dist/binary.js')) as unknown as { binary: object };
  const linter = new LocalLinter({ binary });
  await linter.setup();
  await linter.lint(sample[0]!);
  const before = performance.now();
  for (const text of sample) await linter.lint(text);
  return performance.now() - before;
}

async function retext(sample: readonly string[]): Promise<number> {
  type Plugin = { default: unknown };
  type Processor = { use(plugin: unknown): Processor; process(text: string): Promise<unknown> };
  const { unified } = (await load('unified/index.js')) as unknown as { unified(): Processor };
  const names = ['retext-english', 'retext-readability', 'retext-simplify', 'retext-stringify'];
  let processor = unified();
  for (const name of names)
    processor = processor.use(((await load(`${name}/index.js`)) as unknown as Plugin).default);
  await processor.process(sample[0]!);
  const before = performance.now();
  for (const text of sample) await processor.process(text);
  return performance.now() - before;
}
