// What a page costs while nothing happens, and what an hour of writing leaves behind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { root } from '../../scripts/setup.mjs';
import { launch } from '../e2e/driver/driver.ts';
import { EnginePage } from '../editors/engine-page.ts';
import type { Served } from '../editors/engines/serve.ts';
import { turnOn } from '../editors/site.ts';

const MEGABYTE = 1024 * 1024;

export interface PageCost {
  /** Compressed bytes of the page script. */
  script: number;
  /** Script milliseconds of an idle minute with a mark on the page, without and with Staffwise. */
  idle: [number, number];
  /** Megabytes of heap after writing and a garbage collection, without and with Staffwise. */
  heap: [number, number];
  /** Megabytes that the second half of the writing added, with Staffwise. */
  growth: number;
  /** Whether anything of ours is in a page whose site is off. */
  off: boolean;
}

/**
 * Measures one page.
 * @param seconds how long it is left idle
 * @param rounds how much is written: one round is 40 keys, a pause, the card opened and closed, and taking them back
 */
export async function benchPage(
  served: Served,
  passage: string,
  seconds: number,
  rounds: number,
): Promise<PageCost> {
  const found: { idle: number; heap: number; growth: number }[] = [];
  let off = true;
  for (const extension of [null, undefined]) {
    const driver = await launch('chromium', extension === null ? { extension } : {});
    if (extension === undefined) {
      const before = await EnginePage.open(driver, served.origin, 'prosemirror', 'plain', passage);
      await before.clickWords('Invoices come out of');
      await before.pause();
      off = await before.layer.exists();
      await before.close();
      await turnOn(driver, served.origin);
    }
    const editor = await EnginePage.open(driver, served.origin, 'prosemirror', 'plain', passage);
    await editor.clickWords('Invoices come out of');
    await editor.pause();
    const idle = await idleScript(editor.page, seconds);
    await write(editor, rounds / 2);
    const half = await heapOf(editor.page);
    await write(editor, rounds / 2);
    const heap = await heapOf(editor.page);
    found.push({ idle: (idle * 60) / seconds, heap, growth: heap - half });
    await driver.close();
  }
  const [without, withUs] = found as [(typeof found)[0], (typeof found)[0]];
  return {
    script: gzipSync(readFileSync(join(root, '.output/chrome-mv3/page.js')), { level: 9 }).length,
    idle: [without.idle, withUs.idle],
    heap: [without.heap, withUs.heap],
    growth: withUs.growth,
    off,
  };
}

async function idleScript(page: Page, seconds: number): Promise<number> {
  const before = await page.metrics();
  await page.evaluate((wait) => new Promise((next) => setTimeout(next, wait * 1000)), seconds);
  const after = await page.metrics();
  return ((after.ScriptDuration ?? 0) - (before.ScriptDuration ?? 0)) * 1000;
}

async function write(editor: EnginePage, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await editor.page.keyboard.type('one more sentence that will be taken back ');
    await editor.page.evaluate(() => new Promise((next) => setTimeout(next, 800)));
    const mark = (await editor.layer.marks())[0]?.onPage;
    if (mark) {
      await editor.page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
      await editor.keys('Escape');
    }
    for (let turn = 0; turn < 3; turn++) await editor.keys('Control+z');
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / MEGABYTE;
}
