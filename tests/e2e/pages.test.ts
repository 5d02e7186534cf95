// Every page of ours: no accessibility fault, light and dark, and nothing on the console.
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Driver, launch } from './driver/driver.ts';

const name = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;

interface View {
  name: string;
  path: string;
  width: number;
  height: number;
  act?(page: Page): Promise<void>;
}

const typed = (text: string, key?: 'Enter') => async (page: Page) => {
  await page.waitForSelector('#find');
  await page.focus('#find');
  await page.keyboard.type(text);
  if (key) await page.keyboard.press(key);
};

const VIEWS: View[] = [
  { name: 'popup', path: 'popup.html', width: 400, height: 560 },
  { name: 'popup with results', path: 'popup.html', width: 400, height: 560, act: typed('two way doors') },
  {
    name: 'popup, reading',
    path: 'popup.html',
    width: 400,
    height: 560,
    act: typed('two way doors', 'Enter'),
  },
  { name: 'popup, nothing found', path: 'popup.html', width: 400, height: 560, act: typed('zzz qqq') },
  { name: 'popup in an overflow menu', path: 'popup.html', width: 260, height: 560 },
  { name: 'new tab', path: 'newtab.html', width: 1280, height: 800 },
  { name: 'new tab, narrow', path: 'newtab.html', width: 500, height: 900 },
  {
    name: 'new tab, answered',
    path: 'newtab.html',
    width: 1280,
    height: 720,
    act: async (page) => {
      await page.waitForSelector('#answer');
      await page.focus('#answer');
      await page.keyboard.type('The export; Ana asked twice.');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.day-given');
    },
  },
  {
    name: 'new tab, searching',
    path: 'newtab.html',
    width: 1280,
    height: 800,
    act: async (page) => {
      await page.waitForSelector('.day-idea');
      await page.keyboard.press('/');
      await page.waitForSelector('.day-search #find');
    },
  },
  {
    name: 'record',
    path: 'record.html',
    width: 1180,
    height: 900,
    act: async (page) => {
      await page.waitForSelector('.rec-bar .btn-strong');
      await page.click('.rec-bar .btn-strong');
      await page.waitForSelector('.rec-entry');
    },
  },
  { name: 'journal', path: 'record.html#journal', width: 600, height: 900 },
  { name: 'panel', path: 'sidepanel.html', width: 320, height: 800 },
  { name: 'options', path: 'options.html', width: 1180, height: 900 },
  { name: 'welcome', path: 'welcome.html', width: 1280, height: 900 },
  { name: 'library', path: 'library.html', width: 1180, height: 900 },
  { name: 'a note', path: 'library.html#one-way-and-two-way-doors', width: 1180, height: 900 },
  { name: 'the editor', path: 'library.html#new=A%20note', width: 1180, height: 900 },
  { name: 'import', path: 'library.html#import', width: 1180, height: 900 },
];

let driver: Driver;
let axe: string;

beforeAll(async () => {
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  driver = await launch(name);
});
afterAll(() => driver?.close());

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

/** Bars whose content runs out of them, where nobody can reach it. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, footer, nav')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className, textContent }) => `${className}: ${textContent}`),
  );

describe.each(VIEWS)(`$name in ${name}`, ({ path, width, height, act }) => {
  it('has no accessibility fault, cuts nothing off, and says nothing on the console', async () => {
    const page = await driver.openOwn(path);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.bringToFront();
    await page.setViewport({ width, height });
    await act?.(page);
    expect(await faults(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    if (name === 'chromium') {
      // Firefox's protocol cannot turn one page dark; its colors are the same file.
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: 'dark' },
        // A color that is half way through its transition is nobody's contrast.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      expect(await faults(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
