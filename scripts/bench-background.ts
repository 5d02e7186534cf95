// npm run bench:background [-- ROUNDS]: the engine in Chromium's background, written to docs/bench-background.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../src/library/read.ts';
import { benchBackground, benchBlocks } from '../tests/bench/background.ts';
import { quantile } from '../tests/bench/statistics.ts';
import { launch } from '../tests/e2e/driver/driver.ts';
import { loadEngine } from './engine.ts';
import { root } from './setup.mjs';

const rounds = Number(process.argv[2] ?? 10);
const content = readContent(join(root, 'content'));
const texts = [
  ...content.neutral.map(({ text }) => text),
  ...content.examples.flatMap(({ examples }) => examples.map(({ text }) => text)),
];
const blocks = benchBlocks(loadEngine(), texts);
const driver = await launch('chromium');
const before = loadavg()[0]!;
const cost = await benchBackground(driver, blocks, rounds);
const load = `${before.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after`;
await driver.close();

const row = (name: string, times: readonly number[], goal: string) =>
  `| ${name} | ${quantile(times, 0.5).toFixed(1)} ms | ${quantile(times, 0.95).toFixed(1)} ms | ${times.length} | ${goal} |`;
const report = [
  '# The engine in Chromium’s background',
  '',
  `Written by \`npm run bench:background\`. Headless Chromium, two shared cores, load average ${load}. A page of the extension asks for the hints of a text and waits for the answer: a message there and back is part of each time. DevTools is attached to the background, as every driver does.`,
  '',
  '| what | p50 | p95 | n | goal |',
  '| --- | --- | --- | --- | --- |',
  row('a message, nothing to analyze', cost.message, '–'),
  row('a block of 100 words, linear stage', cost.linear, '–'),
  row('a block of 100 words, with the encoder', cost.both, 'median 80 ms'),
  row('killed, to the answer of the linear stage', cost.wakeLinear, 'p95 150 ms'),
  row('killed, to the answer with the encoder', cost.wakeBoth, 'p95 1 s'),
  '',
  '| memory of the extension’s process (PSS), awake, no page of ours open | | goal |',
  '| --- | --- | --- |',
  `| linear stage alone | ${cost.pss.linear.toFixed(0)} MB | – |`,
  `| with the encoder | ${cost.pss.both.toFixed(0)} MB | 160 MB |`,
  '',
].join('\n');
writeFileSync(join(root, 'docs/bench-background.md'), report);
console.log(report);
