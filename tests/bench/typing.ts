// What a person who types feels: the time from a key to the end of the frame that shows it, with Staffwise and
// without, in alternating blocks, on a 10,000-word page whose processor is slowed four times.
import type { CDPSession, Page } from 'puppeteer-core';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { EnginePage } from '../editors/engine-page.ts';
import type { Served } from '../editors/engines/serve.ts';
import { turnOn } from '../editors/site.ts';
import { difference, quantile } from './statistics.ts';

const WORDS = 10_000;
const SLOWED = 4;
const BLOCK = 50;
const BETWEEN_KEYS_MS = 75;

interface Typist {
  page: Page;
  session: CDPSession;
  times: number[];
  /** Tasks of 50 ms and more, in milliseconds. */
  longTasks: number[];
}

/** What was felt in one browser, in milliseconds. */
export interface Felt {
  p50: number;
  p95: number;
  p99: number;
  longTasks: number;
  longest: number;
}

export interface TypingRow {
  engine: string;
  keys: number;
  without: Felt;
  withUs: Felt;
  added: { p50: string; p95: string; p99: string };
  /** Keys over 100 ms, without and with. */
  slow: [number, number];
  /** Whether a mark stood on the page while it was measured. */
  marked: boolean;
}

/**
 * Types into one engine's page in two browsers, a block in each by turns.
 * @param keys how many in each
 */
export async function benchTyping(
  engine: string,
  served: Served,
  passage: string,
  keys: number,
): Promise<TypingRow> {
  const drivers = [await launch('chromium', { extension: null }), await launch('chromium')] as const;
  await turnOn(drivers[1], served.origin);
  const typists = [
    await sit(drivers[0], engine, served, passage),
    await sit(drivers[1], engine, served, passage),
  ] as const;
  const editor = new EnginePage(typists[1].page);
  await editor.layer.firstMark(20_000);
  for (let typed = 0; typed < keys; typed += BLOCK) {
    for (const typist of typed % (2 * BLOCK) === 0 ? typists : [...typists].reverse())
      await typeBlock(typist);
  }
  const marked = (await editor.layer.marks()).length > 0;
  for (const typist of typists) await collect(typist);
  for (const driver of drivers) await driver.close();
  return rowOf(engine, typists[0], typists[1], marked);
}

async function sit(driver: Driver, engine: string, served: Served, passage: string): Promise<Typist> {
  const query = new URLSearchParams({ passage, words: `${WORDS}` });
  const page = await driver.open(`${served.origin}/${engine}/?${query}`);
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(() => {
    const state = { times: [] as number[], long: [] as number[] };
    Object.assign(window, { bench: state });
    const { port1, port2 } = new MessageChannel();
    let started = 0;
    port1.onmessage = () => state.times.push(performance.now() - started);
    window.addEventListener(
      'keydown',
      (event) => {
        started = event.timeStamp;
        requestAnimationFrame(() => port2.postMessage(0));
      },
      true,
    );
    new PerformanceObserver((list) => {
      state.long.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await new EnginePage(page).clickWords('Invoices come out of');
  return { page, session, times: [], longTasks: [] };
}

/** A block of keys at a person's pace, then a pause long enough to be read and answered. */
async function typeBlock({ page }: Typist): Promise<void> {
  await page.bringToFront();
  const text = 'the numbers of one more region agree with the rest ';
  for (let index = 0; index < BLOCK; index++) {
    await page.keyboard.press(
      text[index % text.length] === ' ' ? 'Space' : (text[index % text.length] as 'a'),
    );
    await page.evaluate((pause) => new Promise((next) => setTimeout(next, pause)), BETWEEN_KEYS_MS);
  }
  await page.evaluate(() => new Promise((next) => setTimeout(next, 1000)));
}

async function collect(typist: Typist): Promise<void> {
  const { times, long } = await typist.page.evaluate(
    () => (window as unknown as { bench: { times: number[]; long: number[] } }).bench,
  );
  if (times.length === 0) throw new Error('nothing was typed');
  typist.times = times;
  typist.longTasks = long;
}

function rowOf(engine: string, without: Typist, withUs: Typist, marked: boolean): TypingRow {
  const summary = ({ times, longTasks }: Typist) => ({
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
  });
  const added = (share: number) => {
    const { value, low, high } = difference(withUs.times, without.times, share);
    return `${value.toFixed(1)} ms (${low.toFixed(1)} to ${high.toFixed(1)})`;
  };
  const slow = ({ times }: Typist) => times.filter((time) => time > 100).length;
  return {
    engine,
    keys: Math.min(without.times.length, withUs.times.length),
    without: summary(without),
    withUs: summary(withUs),
    added: { p50: added(0.5), p95: added(0.95), p99: added(0.99) },
    slow: [slow(without), slow(withUs)],
    marked,
  };
}
