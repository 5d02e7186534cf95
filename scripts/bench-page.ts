// npm run bench:page: what Staffwise costs in a page, written to docs/bench-page.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchPage, type PageCost } from '../tests/bench/page.ts';
import { benchTyping, type TypingRow } from '../tests/bench/typing.ts';
import { launch } from '../tests/e2e/driver/driver.ts';
import { serveEngines } from '../tests/editors/engines/serve.ts';
import { findPassage } from '../tests/editors/passage.ts';
import { turnOn } from '../tests/editors/site.ts';
import { root } from './setup.mjs';

const keys = Number(process.argv[2] ?? 2000);
const idleSeconds = Number(process.argv[3] ?? 60);

const served = await serveEngines();
const driver = await launch('chromium');
await turnOn(driver, served.origin);
const passage = await findPassage(driver, served.origin);
await driver.close();

const rows: TypingRow[] = [];
for (const engine of ['prosemirror', 'lexical']) rows.push(await benchTyping(engine, served, passage, keys));
const cost = await benchPage(served, passage, idleSeconds, 60);
await served.close();
writeFileSync(join(root, 'docs/bench-page.md'), report(rows, cost));
console.log(report(rows, cost));

function report(typing: readonly TypingRow[], page: PageCost): string {
  const ms = (value: number) => value.toFixed(1);
  return [
    '# What Staffwise costs in a page',
    '',
    `Written by \`npm run bench:page\`. Headless Chromium, two shared cores; keystroke to the end of its frame, a 10,000-word document, processor slowed 4 ×, a key each 75 ms and a pause after 50, alternating blocks, 95 % bootstrap intervals. A mark stood on every page that was measured: ${typing.every(({ marked }) => marked) ? 'yes' : 'no'}.`,
    '',
    '| engine | keys each | without: p50, p95, p99 | with | added p50 | added p95 | added p99 | keys over 100 ms, without and with | long tasks, without and with |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...typing.map(
      ({ engine, keys: n, without, withUs, added, slow }) =>
        `| ${engine} | ${n} | ${ms(without.p50)}, ${ms(without.p95)}, ${ms(without.p99)} | ${ms(withUs.p50)}, ${ms(withUs.p95)}, ${ms(withUs.p99)} | ${added.p50} | ${added.p95} | ${added.p99} | ${slow.join(', ')} | ${without.longTasks}, ${withUs.longTasks} |`,
    ),
    '',
    '| what | without | with |',
    '| --- | --- | --- |',
    `| script of an idle minute, a mark on the page | ${ms(page.idle[0])} ms | ${ms(page.idle[1])} ms |`,
    `| heap after writing, collected | ${page.heap[0].toFixed(2)} MB | ${page.heap[1].toFixed(2)} MB |`,
    `| of that, added by the second half of the writing | | ${page.growth.toFixed(2)} MB |`,
    `| page script, compressed | – | ${(page.script / 1024).toFixed(1)} KB |`,
    `| anything of ours on a site that is off | – | ${page.off ? 'yes' : 'no'} |`,
    '',
  ].join('\n');
}
