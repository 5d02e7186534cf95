// The engine in Chromium's background: a block, waking, and memory, asked by a page of the extension.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Engine } from '../../src/engine/suggest.ts';
import type { Driver } from '../e2e/driver/driver.ts';

const BLOCK_WORDS = 100;

export interface BackgroundCost {
  /** Milliseconds of a message there and back: nothing to do, the linear stage, both stages. */
  message: number[];
  linear: number[];
  both: number[];
  /** From a killed background to the answer for one block. */
  wakeLinear: number[];
  wakeBoth: number[];
  /** Megabytes of the extension's process with no page of ours open: the linear stage alone, and with the encoder. */
  pss: { linear: number; both: number };
}

/** Blocks of a hundred words: those that the linear stage leaves open, and those that it closes. */
export function benchBlocks(engine: Engine, texts: readonly string[]): { open: string[]; closed: string[] } {
  const words = texts.join(' ').split(/\s+/);
  const blocks = Array.from({ length: Math.floor(words.length / BLOCK_WORDS) }, (_, at) =>
    words.slice(at * BLOCK_WORDS, (at + 1) * BLOCK_WORDS).join(' '),
  );
  return {
    open: blocks.filter((text) => engine.isOpen({ text })),
    closed: blocks.filter((text) => !engine.isOpen({ text })),
  };
}

/**
 * Measures a running extension.
 * @param rounds how often the background is killed and woken; ten times as many blocks are read
 */
export async function benchBackground(
  driver: Driver,
  blocks: { open: string[]; closed: string[] },
  rounds: number,
): Promise<BackgroundCost> {
  const open = [...blocks.open];
  const closed = [...blocks.closed];
  const page = await driver.openOwn('library.html');
  const killed = async (text: string) => {
    await driver.killBackground();
    return ask(page, text);
  };
  const wakeLinear = await series(rounds, () => killed(closed.pop()!));
  const linearOnly = await memory(driver, page);
  const own = await driver.openOwn('library.html');
  const wake = async () => {
    await driver.killBackground();
    return ask(own, open.pop()!);
  };
  const wakeBoth = await series(rounds, wake);
  // Warm: the compiler has seen the kernel.
  await series(rounds, () => ask(own, open.pop()!));
  const message = await series(rounds * 10, () => ask(own, ''));
  const linear = await series(rounds * 10, () => ask(own, closed.pop()!));
  const both = await series(rounds * 10, () => ask(own, open.pop()!));
  return {
    message,
    linear,
    both,
    wakeLinear,
    wakeBoth,
    pss: { linear: linearOnly, both: await memory(driver, own) },
  };
}

async function series(count: number, measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) times.push(await measure());
  return times;
}

/** Milliseconds until the background has answered for a text. */
function ask(page: Page, text: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const before = performance.now();
    await (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
    ).chrome.runtime.sendMessage({ kind: 'suggest', text: asked });
    return performance.now() - before;
  }, text);
}

/** Closes our page and reads the share of memory of the process in which the background still runs. */
async function memory(driver: Driver, page: Page): Promise<number> {
  await page.close();
  const browser = driver.browser.process()?.pid;
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const all = listed.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  const below = new Set([`${browser}`]);
  for (let grew = true; grew; ) {
    const before = below.size;
    for (const found of all) if (found && below.has(found[2]!)) below.add(found[1]!);
    grew = below.size > before;
  }
  const process = all.find(
    (found) => found && below.has(found[1]!) && found[3]!.includes('--extension-process'),
  );
  if (!process) throw new Error('the process of the extension was not found');
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process[1]}/smaps_rollup`, 'utf8'))![1];
  return Number(kilobytes) / 1024;
}
