// npm run bench:newtab [-- TIMES NAME=FOLDER …]: how soon the new tab says something, beside an empty page and any
// other extensions that were built beforehand; and a simulated year of recall. Written to docs/bench-newtab.md.
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { notes } from '../src/library/index.ts';
import { benchNewTab, bytesOf, copyOf, emptyExtension, nextDay, type Paints } from '../tests/bench/newtab.ts';
import { difference, quantile } from '../tests/bench/statistics.ts';
import { liveYear, type YearReport } from '../tests/bench/year.ts';
import { root } from './setup.mjs';

const [times = '40', ...others] = process.argv.slice(2);
const built = join(root, '.output/chrome-mv3');
const empty = await emptyExtension();
const again = await copyOf(built);
const candidates = [
  { name: 'empty page, one letter', folder: empty },
  { name: 'Staffwise', folder: built },
  { name: 'Staffwise, first tab of a day', folder: again, before: nextDay },
  ...others.map((other) => ({ name: other.split('=')[0]!, folder: other.split('=')[1]! })),
];
const measured = await benchNewTab(candidates, Number(times));
const sizes = await Promise.all(candidates.map(({ folder }) => bytesOf(folder)));
for (const folder of [empty, again]) rmSync(folder, { recursive: true });
const years = [1, 2, 3, 4, 5].map((seed) => liveYear(notes, seed));
writeFileSync(join(root, 'docs/bench-newtab.md'), report());
console.log(report());

function report(): string {
  return [
    '# How soon the new tab says something, and what a year of it comes to',
    '',
    `Written by \`npm run bench:newtab\`. Headless Chromium on two shared cores, all extensions in one browser, a fresh tab and process each time, random order, ${times} times each after two unmeasured ones, load average ${loadavg()[0]!.toFixed(0)}. ms; only the ratios count.`,
    '',
    '| page | first contentful paint p50, p95 | ratio of medians | median later than the empty page, 95 % interval | largest text p50 | art drawn in p50, p95 | layout shift, worst | package |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...measured.map(row),
    '',
    '## A simulated year of one person',
    '',
    'Daily use with days without, two weeks and one week off, dismissals; memory by a model of its own. Five people.',
    '',
    '| days used | ideas | repeats within 31 days | notes in recall | asked | remembered | most in a day | days late p50, p95 | hidden backlog after 14 days off | days of use to catch up |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...years.map(yearRow),
    '',
  ].join('\n');
}

function row({ name, first, largest, art, shift }: Paints, at: number): string {
  const floor = measured[0]!.first;
  const ms = (value: number) => value.toFixed(0);
  const apart = difference(first, floor, 0.5);
  return `| ${[
    name,
    `${ms(quantile(first, 0.5))}, ${ms(quantile(first, 0.95))}`,
    (quantile(first, 0.5) / quantile(floor, 0.5)).toFixed(2),
    `${ms(apart.value)} (${ms(apart.low)} to ${ms(apart.high)})`,
    ms(quantile(largest, 0.5)),
    Number.isFinite(art[0]) ? `${ms(quantile(art, 0.5))}, ${ms(quantile(art, 0.95))}` : '–',
    Math.max(...shift).toFixed(3),
    `${((sizes[at] ?? 0) / 1024).toFixed(0)} kB`,
  ].join(' | ')} |`;
}

function yearRow(year: YearReport): string {
  return `| ${[
    year.daysUsed,
    year.ideas,
    year.repeats,
    year.known,
    year.reviews,
    year.remembered,
    year.mostADay,
    `${year.lateMedian}, ${year.late95}`,
    year.backlog,
    year.daysToCatchUp,
  ].join(' | ')} |`;
}
