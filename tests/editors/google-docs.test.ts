// Google Docs in its layers: each used only where the one above is not there.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { BROWSER } from '../e2e/stage.ts';
import { lookInto } from './engine-page.ts';
import { HOST_NAMES, serveHosts } from './engines/hosts/serve.ts';
import { likelyPassages } from './passage.ts';
import { asExtension, tabState, turnOn } from './site.ts';

const DOCUMENT = 'https://docs.google.com/document/d/abc123/edit';

let driver: Driver;
let hosts: Awaited<ReturnType<typeof serveHosts>>;
let passage = '';

async function open(text: string, more: Record<string, string> = {}): Promise<Page> {
  const page = await driver.open(`${DOCUMENT}?${new URLSearchParams({ passage: text, ...more })}`);
  await page.click('.kix-appview-editor');
  return page;
}

/** Middle of the first painted line of the passage. */
const lineOf = (page: Page) =>
  page.evaluate(
    (start) => {
      const twin = [...document.querySelectorAll('rect[aria-label]')].find((rect) =>
        rect.getAttribute('aria-label')!.startsWith(start),
      )!;
      const { top, height, left } = twin.getBoundingClientRect();
      return { y: top + height / 2, left };
    },
    passage.slice(0, 10),
  );

beforeAll(async () => {
  hosts = await serveHosts();
  const names = Object.fromEntries(HOST_NAMES.map((name) => [name, hosts.port]));
  driver = await launch(BROWSER, { hosts: names });
  await turnOn(driver, 'https://docs.google.com');
  for (const candidate of likelyPassages()) {
    const page = await open(candidate);
    const marked = await lookInto(page)
      .firstMark(2500)
      .catch(() => null);
    await page.close();
    if (marked) passage = candidate;
    if (marked) break;
  }
  expect(passage).not.toBe('');
}, 180_000);

afterAll(async () => {
  await driver?.close();
  await hosts?.close();
});

describe(`Google Docs in ${BROWSER}`, () => {
  it.each(['0.67', '1', '2'])(
    'zoom %s: the mark stands on its line, and leaves when the line is painted over',
    async (zoom) => {
      const page = await open(passage, { zoom });
      const layer = lookInto(page);
      const mark = await layer.firstMark();
      const line = await lineOf(page);
      expect(Math.abs(mark.y + 12 - line.y)).toBeLessThanOrEqual(2);
      expect(mark.x).toBeLessThan(line.left);
      await page.evaluate(() => document.querySelector('.kix-appview-editor')!.scrollTo(0, 600));
      await layer.until(async () => (await layer.marks()).length === 0, 'the mark to leave');
      await page.evaluate(() => document.querySelector('.kix-appview-editor')!.scrollTo(0, 0));
      const back = await layer.firstMark();
      expect(Math.abs(back.y + 12 - (await lineOf(page)).y)).toBeLessThanOrEqual(2);
      await page.close();
    },
  );

  it('asks under its own name, and reads all of the text', async () => {
    const page = await open(passage);
    await lookInto(page).firstMark();
    const name = await page.evaluate(() => (window as unknown as { asked(): string }).asked());
    expect(name).toBe(BROWSER === 'firefox' ? 'staffwise@staffwise.example' : new URL(driver.origin).host);
    const state = await tabState(driver, DOCUMENT);
    expect(state).toMatchObject({ host: 'google-docs', title: 'Billing: a design' });
    expect(state.words).toBeGreaterThan(400);
    await page.close();
  });

  it('takes the keys of the card from the frame that Docs takes its keys in', async () => {
    const page = await open(passage);
    const layer = lookInto(page);
    const { onPage } = await layer.firstMark();
    await page.mouse.click(onPage.x + 12, onPage.y + 12);
    await layer.until(() => layer.card(), 'the card');
    const before = await page.evaluate(() => window.acts.shortcuts.length);
    await page.keyboard.press('ArrowRight');
    await layer.until(async () => (await layer.card())?.active === 'copy', 'the first action');
    await page.keyboard.press('Escape');
    expect(await layer.card()).toBeNull();
    expect(await page.evaluate(() => window.acts.shortcuts.length)).toBe(before);
    await page.keyboard.press('x');
    expect(await page.evaluate(() => window.acts.shortcuts.length)).toBe(before + 1);
    await page.close();
  });

  it('text without geometry: hints in the panel, no marks', async () => {
    const page = await open(passage, { layers: 'text' });
    const layer = lookInto(page);
    await layer.until(async () => (await tabState(driver, DOCUMENT)).words > 400, 'the text');
    expect(await layer.marks()).toEqual([]);
    expect((await tabState(driver, DOCUMENT)).hints.length).toBeGreaterThan(0);
    await page.close();
  });

  it('painted text alone: what is in view', async () => {
    const page = await open(passage, { layers: 'painted' });
    await lookInto(page).firstMark();
    expect((await tabState(driver, DOCUMENT)).words).toBeLessThan(600);
    await page.close();
  });

  it('neither: says that it cannot read, and reads the export after a press, and only then', async () => {
    const page = await open(passage, { layers: 'none' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const layer = lookInto(page);
    await layer.until(
      async () => (await tabState(driver, DOCUMENT)).unread === 'docsReload',
      'the word',
      8000,
    );
    expect(asked).toEqual([]);
    await asExtension(driver, [
      `chrome.tabs.query({}).then((tabs) => chrome.runtime.sendMessage({ kind: 'export', tab: tabs.find((tab) => tab.url?.startsWith('${DOCUMENT}')).id }))`,
    ]);
    await layer.until(async () => (await tabState(driver, DOCUMENT)).words > 5, 'the export');
    expect(asked).toEqual(['https://docs.google.com/document/d/abc123/export?format=md']);
    await page.close();
  });

  it.each(['table', 'pageless'])('%s: the mark stands on its line, before its text', async (form) => {
    const page = await open(passage, { form });
    const mark = await lookInto(page).firstMark();
    const line = await lineOf(page);
    expect(Math.abs(mark.y + 12 - line.y)).toBeLessThanOrEqual(2);
    expect(mark.x).toBeLessThan(line.left);
    expect(mark.x).toBeGreaterThan(line.left - 60);
    await page.close();
  });

  it('another tab is another document: the marks of the first go, and come again with it', async () => {
    const page = await open(passage);
    const layer = lookInto(page);
    await layer.firstMark();
    await page.click('#t-1');
    await layer.until(async () => (await layer.marks()).length === 0, 'the mark to go');
    await page.click('#t-0');
    await layer.firstMark();
    await page.close();
  });

  it('its comment box is a text of its own: marked, and neither closed nor sent by the card', async () => {
    const page = await open('Nothing to say.');
    const layer = lookInto(page);
    await page.click('#comment');
    await page.keyboard.type(passage);
    const { onPage } = await layer.firstMark();
    const before = await page.evaluate(() => structuredClone(window.acts));
    await page.mouse.click(onPage.x + 12, onPage.y + 12);
    await layer.until(() => layer.card(), 'the card');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await layer.until(async () => (await layer.card()) === null, 'the card to close');
    expect(await page.evaluate(() => window.acts)).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.acts)).not.toEqual(before);
    await page.close();
  });
});
