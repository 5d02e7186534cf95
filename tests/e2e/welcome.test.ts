// Welcome: what its live editor marks, and what "Keep my own new tab" does.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Driver, launch } from './driver/driver.ts';
import { layerOf, until } from './driver/layer.ts';
import { HINTED } from './stage.ts';

const name = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;

let driver: Driver;
let page: Page;

beforeAll(async () => {
  driver = await launch(name);
  page = await driver.openOwn('welcome.html');
  await page.bringToFront();
  await page.waitForSelector('.ProseMirror');
});
afterAll(() => driver?.close());

/** Puts a sample in and gives the names of its marks, as soon as they are no longer those of the sample before. */
async function marksOf(sample: number, before: readonly string[] = []): Promise<string[]> {
  await page.click(`.try-under .link:nth-of-type(${sample})`);
  await page.click('.ProseMirror > :last-child');
  await page.keyboard.press('End');
  return until(async () => {
    const marks = (await layerOf(driver, page).marks()).map(({ label }) => label);
    return marks.length > 0 && String(marks) !== String(before) && marks;
  }, `a mark in sample ${sample}`);
}

describe(`welcome in ${name}`, () => {
  it('marks the ticket and the design document once each, at the right paragraph', async () => {
    const ticket = await marksOf(1);
    expect(ticket).toHaveLength(1);
    const design = await marksOf(2, ticket);
    expect(design).toHaveLength(1);
  });

  it('has nothing to say about the ticket in which all is said', async () => {
    await page.click('.try-under .link:nth-of-type(3)');
    await page.click('.ProseMirror > :last-child');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(HINTED);
    const marks = await until(async () => {
      const all = await layerOf(driver, page).marks();
      return all.length > 0 && all;
    }, 'the mark of what was typed');
    expect(marks).toHaveLength(1);
  });

  it('keeps the own new tab when told so, and says it', async () => {
    const keep = async (text: string) =>
      page.evaluate((wanted) => {
        const all = [...document.querySelectorAll('button')];
        all.find((button) => button.innerText.trim() === wanted)?.click();
      }, text);
    await keep('Keep my own new tab');
    await page.waitForFunction(() => document.body.innerText.includes('Your new tab stays as it was.'), {
      polling: 100,
    });
    expect(await page.evaluate(() => localStorage.getItem('newTab'))).toBe('browser');
    await keep('Use the idea of the day');
    await page.waitForFunction(() => document.body.innerText.includes('Keep my own new tab'), {
      polling: 100,
    });
    expect(await page.evaluate(() => localStorage.getItem('newTab'))).toBe('staffwise');
  });
});
