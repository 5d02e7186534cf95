// npm run bench: what the engine costs, beside its peers on the same text in the same run. Ratios count; times vary.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { wordsOf } from '../src/engine/text/words.ts';
import { readContent } from '../src/library/read.ts';
import { ENCODER_FILE } from '../src/train/embeddings.ts';
import { benchCoach, type Cost } from '../tests/bench/coach.ts';
import { benchEncoder } from '../tests/bench/encoder.ts';
import { benchLinear } from '../tests/bench/linear.ts';
import { benchPeers } from '../tests/bench/peers.ts';
import { ms, quantile, timed } from '../tests/bench/statistics.ts';
import { loadEngine } from './engine.ts';
import { root } from './setup.mjs';

const SAMPLE = 300;
const ASKED = 600;

const content = readContent(join(root, 'content'));
const blocks = [
  ...content.neutral.map(({ text }) => text),
  ...content.examples.flatMap(({ examples }) => examples.map(({ text }) => text)),
];
const lines: string[] = [];
const print = (...more: string[]) => {
  lines.push(...more);
  console.log(more.join('\n'));
};

const load = () => loadavg()[0]!.toFixed(1);
print(`Node ${process.versions.node}, load average ${load()} at the start`);
// Once before, so that a model is trained where there is none.
loadEngine();
const started = performance.now();
const engine = loadEngine();
print(`engine ready in ${ms(performance.now() - started)} (library and model from disk)`);
print(...benchLinear(engine, blocks));
coach();
const encoder = (name: string) => readFileSync(join(root, name));
print(
  ...benchEncoder({ asset: encoder(ENCODER_FILE), program: encoder('public/encoder/kernel.wasm') }, blocks),
);
contract('600 passages', passages());
contract('an empty input', '');
await peers();
print(`load average ${load()} at the end`);
writeFileSync(join(root, 'docs/bench-engine.txt'), `${lines.join('\n')}\n`);

function coach(): void {
  const row = benchCoach(content, engine, blocks);
  const cost = ({ all, step, slice }: Cost) =>
    `${ms(all)}, longest step ${ms(step)}, longest slice ${ms(slice)}`;
  print(
    `coach, a document of ${row.words} words in ${row.blocks} blocks: ${ms(row.all)} in all (goal 300 ms, slices of 20 ms)`,
    `  kind, sections, checks: ${cost(row.review)}`,
    `  linear hints: ${cost(row.hints)}`,
    `  after an edit of one block: ${ms(row.edit)}`,
  );
  const [half, twice] = [0.5, 2].map((size) => benchCoach(content, engine, blocks, row.words * size));
  print(
    `  doubling: ${[half!, row, twice!].map(({ all }) => ms(all)).join(', ')} for 25, 50, 100 thousand words`,
  );
}

function passages(): string {
  const every = Math.floor(blocks.length / ASKED);
  return blocks
    .filter((_, at) => at % every === 0)
    .slice(0, ASKED)
    .map((text, id) => JSON.stringify({ id, text }))
    .join('\n');
}

/** The contract of `npm run suggest -- --jsonl`, both stages, its start included. */
function contract(name: string, input: string): void {
  const before = performance.now();
  const { stdout } = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'suggest', '--jsonl'], {
    input,
    encoding: 'utf8',
  });
  const answered = stdout.split('\n').filter((line) => line !== '').length;
  print(`suggest --jsonl, ${name}: ${ms(performance.now() - before)} with the start, ${answered} lines`);
}

async function peers(): Promise<void> {
  const sample = content.neutral.map(({ text }) => text).slice(0, SAMPLE);
  const words = sample.reduce((sum, text) => sum + wordsOf(text).length, 0);
  const ours = quantile(
    timed(() => {
      for (const text of sample) engine.suggest({ text });
    }),
    0.5,
  );
  print(`on the same ${sample.length} blocks (${words} words): Staffwise, linear stage ${ms(ours)}`);
  print(...(await benchPeers(sample, ours)));
}
