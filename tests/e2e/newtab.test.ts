// The new tab and the record: answered, found, done, completed, exported; recalled; given back to the browser.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Driver, launch } from './driver/driver.ts';
import { until } from './driver/layer.ts';
import { openFront as openOurs, press, says } from './own-page.ts';

const name = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;
const chromium = name === 'chromium';
const ANSWER = 'The zebra export: Ana asked twice.';
const DAY = 86_400_000;

let driver: Driver;
const open = new Set<Page>();

beforeAll(async () => {
  driver = await launch(name, { window: { width: 1280, height: 800 } });
});
afterAll(() => driver?.close());
afterEach(async () => {
  for (const page of open) await page.close();
  open.clear();
});

/** Opens a page in front that is closed after its test. */
async function openFront(path: string): Promise<Page> {
  const page = await openOurs(driver, path);
  open.add(page);
  return page;
}

async function openNewTab(): Promise<Page> {
  const page = await openFront('newtab.html');
  await page.waitForSelector('.day-idea');
  return page;
}

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

interface Seed {
  table: string;
  rows: object[];
  /** Empties the table first. */
  only?: boolean;
}

/** Writes rows into the person's database, as time would have. */
async function seed(page: Page, ...seeds: Seed[]): Promise<void> {
  await page.evaluate(async (all) => {
    const opened = indexedDB.open('staffwise');
    await new Promise((done) => opened.addEventListener('success', done));
    const database = opened.result;
    const change = database.transaction(
      all.map(({ table }) => table),
      'readwrite',
    );
    for (const { table, rows, only } of all) {
      if (only) change.objectStore(table).clear();
      for (const row of rows) change.objectStore(table).put(row);
    }
    await new Promise((done) => change.addEventListener('complete', done));
    database.close();
  }, seeds);
}

const setSetting = (page: Page, values: object) =>
  page.evaluate(async (settings) => {
    const world = globalThis as unknown as Record<
      string,
      { storage: { local: { set(all: object): unknown } } }
    >;
    await (world.browser ?? world.chrome)!.storage.local.set(settings);
  }, values);

describe(`the new tab in ${name}`, () => {
  it('shows one idea that stays for the day, takes no focus, and gives another', async () => {
    const first = await openNewTab();
    const idea = await textOf(first, '.day-idea');
    expect(await first.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    const second = await openNewTab();
    expect(await textOf(second, '.day-idea')).toBe(idea);
    await press(second, 'Another idea');
    const other = await until(async () => {
      const now = await textOf(second, '.day-idea');
      return now !== idea && now;
    }, 'another idea');
    const third = await openNewTab();
    await until(async () => (await textOf(third, '.day-idea')) === other, 'the other idea');
  });

  it('draws the page of the day again in its first frame, and nothing shifts', async () => {
    await openNewTab();
    const page = await openFront('newtab.html');
    await page.waitForSelector('canvas.land');
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done(0);
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
    expect(shifts).toBe(0);
    expect(await page.$$('.day')).toHaveLength(1);
  });

  it.runIf(chromium)('draws the first page of a day from what was made ahead, and keeps to it', async () => {
    const before = await openNewTab();
    const ahead = await until(
      () => before.evaluate(() => localStorage.getItem('frameAhead')),
      'the page of tomorrow',
    );
    const { note } = JSON.parse(ahead) as { note: string };
    const page = await driver.browser.newPage();
    open.add(page);
    await page.evaluateOnNewDocument((shift) => {
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given: []) {
          super(...(given.length > 0 ? given : ([Real.now() + shift] as unknown as [])));
        }
        static override now = () => Real.now() + shift;
      } as DateConstructor;
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dataset.first = document.querySelector('.day-idea')?.textContent ?? '';
      });
    }, DAY);
    await page.goto(`${driver.origin}/newtab.html`);
    await page.bringToFront();
    await page.waitForSelector('canvas.land');
    const link = () =>
      page.$eval('a[href^="/library.html#"]', (one) => one.getAttribute('href')!.split('#')[1]);
    const kept = await until(
      () => page.evaluate(() => localStorage.getItem('frame')?.includes('"answered"')),
      'the page to be kept',
    );
    expect(kept).toBe(true);
    expect(await link()).toBe(note);
    const first = await page.$eval('html', (root) => root.dataset.first ?? '');
    expect(first.trim()).toBe((await page.$eval('.day-idea', (idea) => idea.textContent ?? '')).trim());
    const day = await page.$eval('time', (time) => time.dateTime);
    expect(Date.parse(day) - Date.parse(await before.$eval('time', (time) => time.dateTime))).toBe(DAY);
    await seed(page, { table: 'days', rows: [], only: true });
    await page.evaluate(() => localStorage.removeItem('frame'));
  });

  it('keeps an answer, covers it, finds it in the popup; what was done is completed and exported', async () => {
    const page = await openNewTab();
    await page.waitForFunction(() => document.documentElement.lang === 'en', { polling: 100 });
    await page.waitForSelector('canvas.land');
    await page.focus('#answer');
    await page.keyboard.type(ANSWER);
    await page.keyboard.press('Enter');
    await says(page, 'Answered.');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(ANSWER);
    await press(page, 'Show');
    expect(await page.$eval('#answer', (field) => (field as HTMLInputElement).value)).toBe(ANSWER);

    const popup = await openFront('popup.html');
    await popup.waitForSelector('#find');
    await popup.focus('#find');
    await popup.keyboard.type('zebra');
    await says(popup, ANSWER);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.pop-reading');
    await popup.keyboard.press('d');
    await says(popup, 'Kept in your record');
    await says(popup, 'Complete it');

    const record = await openFront('record.html');
    await says(record, '1 entry says what was done');
    await record.focus('[aria-label="Who could do what because of it"]');
    await record.keyboard.type('Ana’s team | exports alone');
    await says(record, 'Every entry has an outcome.');
    await record.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text;
      };
    });
    await press(record, 'Copy as Markdown');
    const copied = await until(() => record.evaluate(() => document.body.dataset.copied), 'the copy');
    expect(copied).toContain(`| ${ANSWER} | Ana’s team \\| exports alone |`);
    const again = await openFront('record.html');
    await says(again, 'Every entry has an outcome.');
  });

  it('asks what was met, the question first; nothing moves, and two keys answer', async () => {
    const page = await openNewTab();
    const id = await page.$eval(
      'a[href^="/library.html#"]',
      (link) => link.getAttribute('href')!.split('#')[1]!,
    );
    const met = { note: id, where: 'read', at: Date.now() - 9 * DAY };
    await seed(page, { table: 'met', rows: [met], only: true }, { table: 'recall', rows: [], only: true });
    await setSetting(page, { recall: true });
    const asked = await openNewTab();
    await says(asked, '1 to recall');
    await asked.keyboard.press('r');
    await says(asked, 'Do you remember?');
    expect(await asked.evaluate(() => document.body.innerText)).not.toContain('Another idea');
    const top = () => asked.$eval('.day-idea', (question) => question.getBoundingClientRect().top);
    const before = await top();
    await asked.keyboard.type(' ');
    await says(asked, 'Had it');
    expect(await top()).toBe(before);
    await asked.keyboard.press('1');
    await says(asked, 'Another idea');
    const next = await openNewTab();
    await next.waitForSelector('canvas.land');
    expect(await next.evaluate(() => document.body.innerText)).not.toContain('to recall');
  });

  it('is a good page with damaged recall, and with every note dismissed', async () => {
    const page = await openNewTab();
    const damaged = [{ note: 'one-named-decider', due: 1, card: { stability: 'x' } }];
    await seed(page, { table: 'recall', rows: damaged });
    expect(await textOf(await openNewTab(), '.day-idea')).not.toBe('');
    const library = await openFront('library.html');
    await library.waitForSelector('.lib-topic a');
    const ids = await library.$$eval('.lib-topic a', (links) => links.map((link) => link.hash.slice(1)));
    const never = ids.map((note, at) => ({
      id: at + 1,
      note,
      topic: '',
      said: 'never',
      document: '',
      at: 1,
    }));
    await seed(page, { table: 'answers', rows: never }, { table: 'days', rows: [], only: true });
    await page.evaluate(() => localStorage.clear());
    const empty = await openNewTab();
    await says(empty, 'Every idea has been put aside.');
    await seed(page, { table: 'answers', rows: [], only: true });
  });

  it.runIf(chromium)('is a good page without storage', async () => {
    const page = await driver.browser.newPage();
    open.add(page);
    await page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no storage', 'UnknownError');
      };
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException('no storage', 'SecurityError');
      };
    });
    await page.goto(`${driver.origin}/newtab.html`);
    await page.waitForSelector('#answer');
    await page.focus('#answer');
    await page.keyboard.type('kept nowhere');
    await page.keyboard.press('Enter');
    await says(page, 'It could not be kept');
    expect(await page.$eval('#answer', (field) => (field as HTMLInputElement).value)).toBe('kept nowhere');
  });

  it.runIf(chromium)('gives the browser its own new tab, and takes it back', async () => {
    const page = await openNewTab();
    await press(page, 'Use the browser’s own new tab');
    await until(async () => page.url().startsWith('chrome://new-tab-page'), 'the browser’s own page');
    const next = await driver.browser.newPage();
    open.add(next);
    await next.goto('chrome://newtab/').catch(() => undefined);
    await until(async () => next.url().startsWith('chrome://new-tab-page'), 'its own page again');
    const options = await openFront('options.html#day');
    const toggle = '#day [role="switch"][aria-label="One idea a day on the new tab"]';
    await options.waitForSelector(`${toggle}:not(:checked)`);
    await options.click(toggle);
    await options.waitForSelector(`${toggle}:checked`);
    await openNewTab();
  });
});
