// What fifty marks cost while a long page scrolls: the time between frames, and the main thread's work.
import type { Page } from 'puppeteer-core';
import { launch } from '../e2e/driver/driver.ts';
import { EnginePage } from '../editors/engine-page.ts';
import type { Served } from '../editors/engines/serve.ts';
import { turnOn } from '../editors/site.ts';
import { quantile } from './statistics.ts';

const SLOWED = 4;
const STEPS = 300;
const STEP_PX = 20;

export interface Scrolled {
  /** Marks in the page. */
  marks: number;
  /** Milliseconds between two frames. */
  p50: number;
  p95: number;
  /** Milliseconds of the main thread, all told. */
  task: number;
  script: number;
  layout: number;
}

/**
 * Scrolls one page by the wheel, without Staffwise and with it.
 * @param passages what the page is to have marks on
 */
export async function benchScrolling(
  served: Served,
  passages: readonly string[],
): Promise<[Scrolled, Scrolled]> {
  const found: Scrolled[] = [];
  for (const extension of [null, undefined]) {
    const driver = await launch('chromium', extension === null ? { extension } : {});
    if (extension === undefined) await turnOn(driver, served.origin);
    const query = new URLSearchParams({ words: '10000' });
    for (const passage of passages) query.append('passage', passage);
    const page = await driver.open(`${served.origin}/prosemirror/?${query}`);
    await page.waitForSelector('html[data-ready]');
    const editor = new EnginePage(page);
    await editor.clickWords('Invoices come out of');
    const drawn = async () => (extension === null ? 0 : (await editor.layer.marks()).length);
    let marks = await drawn();
    // What needs the second look comes later: until nothing more is drawn.
    for (let before = -1; before !== marks || (marks === 0 && extension === undefined); ) {
      before = marks;
      await editor.pause();
      await editor.pause();
      marks = await drawn();
    }
    found.push({ marks, ...(await scroll(page)) });
    await driver.close();
  }
  return found as [Scrolled, Scrolled];
}

async function scroll(page: Page): Promise<Omit<Scrolled, 'marks'>> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const next = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, { frames });
  });
  const before = await page.metrics();
  for (let step = 0; step < STEPS; step++) {
    const deltaY = step < STEPS / 2 ? STEP_PX : -STEP_PX;
    await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 640, y: 400, deltaX: 0, deltaY });
  }
  const after = await page.metrics();
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(1));
  const spent = (name: 'TaskDuration' | 'ScriptDuration' | 'LayoutDuration') =>
    ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
  return {
    p50: quantile(frames, 0.5),
    p95: quantile(frames, 0.95),
    task: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration'),
  };
}
