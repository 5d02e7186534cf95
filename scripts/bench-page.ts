// npm run bench:page: what Staffwise costs in a page, written to docs/bench-page.md; with `--short` a tenth of it, printed
// alone.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { benchPage, type PageCost } from '../tests/bench/page.ts';
import { benchScrolling, type Scrolled } from '../tests/bench/scrolling.ts';
import { benchTyping, type Felt, type TypingRow } from '../tests/bench/typing.ts';
import { launch } from '../tests/e2e/driver/driver.ts';
import { serveEngines } from '../tests/editors/engines/serve.ts';
import { findPassage, surePassages } from '../tests/editors/passage.ts';
import { turnOn } from '../tests/editors/site.ts';
import { root } from './setup.mjs';

const short = process.argv.includes('--short');
const LENGTH = short ? { keys: 200, idle: 10, rounds: 6 } : { keys: 2000, idle: 60, rounds: 60 };
/** Fifty marks are wanted; titles and neighbors weigh in, and some passages get none. */
const TRIED = 90;

const load = loadavg()[0]!;
const served = await serveEngines();
const driver = await launch('chromium');
await turnOn(driver, served.origin);
const passage = await findPassage(driver, served.origin);
await driver.close();

const typing: TypingRow[] = [];
for (const engine of ['prosemirror', 'lexical'])
  typing.push(await benchTyping(engine, served, passage, LENGTH.keys));
const cost = await benchPage(served, passage, LENGTH.idle, LENGTH.rounds);
const scrolled = await benchScrolling(served, [passage, ...surePassages(TRIED)]);
await served.close();
const text = report(typing, cost, scrolled);
if (!short) writeFileSync(join(root, 'docs/bench-page.md'), text);
console.log(text);

function report(rows: readonly TypingRow[], page: PageCost, [still, marked]: [Scrolled, Scrolled]): string {
  const felt = ({ p50, p95, p99 }: Felt) => [p50, p95, p99].map(ms).join(', ');
  const times = (withUs: number, without: number) => (withUs / without).toFixed(2);
  return [
    '# What Staffwise costs in a page',
    '',
    `Written by \`npm run bench:page\`. Headless Chromium, two shared cores, load average ${load.toFixed(1)} at the start; only ratios and differences in one run count. Milliseconds unless said otherwise.`,
    '',
    '## A key',
    '',
    `From a key to the end of its frame: a 10,000-word document, processor slowed 4 ×, a key each 75 ms and a pause after 50, blocks in alternation, 95 % bootstrap intervals. A mark stood on every page that was measured: ${rows.every((row) => row.marked) ? 'yes' : 'no'}.`,
    '',
    '| engine | keys each | without: p50, p95, p99 | with | ratio of p50, p95 | added p50 | added p95 | added p99 | keys over 100, without and with | tasks of 50 and more | longest task |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ engine, keys, without, withUs, added, slow }) =>
      row(
        engine,
        keys,
        felt(without),
        felt(withUs),
        `${times(withUs.p50, without.p50)}, ${times(withUs.p95, without.p95)}`,
        added.p50,
        added.p95,
        added.p99,
        slow.join(', '),
        `${without.longTasks}, ${withUs.longTasks}`,
        `${ms(without.longest)}, ${ms(withUs.longest)}`,
      ),
    ),
    '',
    '## A page',
    '',
    `An hour compressed: ${LENGTH.rounds} rounds of a sentence, a pause, the card opened and closed, and everything taken back.`,
    '',
    '| what | without | with | ratio |',
    '| --- | --- | --- | --- |',
    row('script of an idle minute, a mark on the page', ms(page.idle[0]), ms(page.idle[1]), '–'),
    row(
      'heap after the hour, collected, MB',
      ...page.heap.map((mb) => mb.toFixed(2)),
      times(page.heap[1], page.heap[0]),
    ),
    row('of that, added by the second half, MB', '–', page.growth.toFixed(2), '–'),
    row('page script, compressed, KB', '–', (page.script / 1024).toFixed(1), '–'),
    row('anything of ours on a site that is off', '–', page.off ? 'yes' : 'no', '–'),
    row(
      `between frames while scrolling, p50, ${marked.marks} marks, processor slowed 4 ×`,
      ms(still.p50),
      ms(marked.p50),
      times(marked.p50, still.p50),
    ),
    row('the same, p95', ms(still.p95), ms(marked.p95), times(marked.p95, still.p95)),
    row(
      'main thread for 300 steps of the wheel',
      ms(still.task),
      ms(marked.task),
      times(marked.task, still.task),
    ),
    row('of that, script', ms(still.script), ms(marked.script), '–'),
    row('of that, layout', ms(still.layout), ms(marked.layout), '–'),
    '',
    'Harper\u2019s extension was not run beside it: of Harper, npm has the engine (`harper.js`) and not the page side. Its own page says under 10 ms for a document, which is the engine alone; it publishes no figure for a key, a frame or the memory of a page.',
    '',
  ].join('\n');
}

function row(...cells: (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function ms(value: number): string {
  return value.toFixed(1);
}
