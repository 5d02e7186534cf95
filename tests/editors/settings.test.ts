// What a person can set for the marks in a page: underlines, and a field that is left alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { EnginePage } from './engine-page.ts';
import { type Served, serveEngines } from './engines/serve.ts';
import { findPassage } from './passage.ts';
import { asExtension, turnOn } from './site.ts';

const chromium = process.env.STAFFWISE_BROWSER !== 'firefox';
const FIRST = 'Invoices come out of';

let served: Served;
let driver: Driver;
let passage = '';

beforeAll(async () => {
  if (!chromium) return;
  served = await serveEngines();
  driver = await launch('chromium');
  await turnOn(driver, served.origin);
  passage = await findPassage(driver, served.origin);
}, 120_000);

afterAll(async () => {
  await driver?.close();
  await served?.close();
});

describe.skipIf(!chromium)('marks', () => {
  const open = async (engine: string) => {
    const editor = await EnginePage.open(driver, served.origin, engine, 'plain', passage);
    await editor.clickWords(FIRST);
    return editor;
  };
  const underlined = (editor: EnginePage) =>
    editor.page.evaluate(() => CSS.highlights.get('staffwise-underline')?.size ?? 0);

  it('underline their evidence where the person wants it, and add nothing to the document', async () => {
    const editor = await open('prosemirror');
    await editor.layer.firstMark();
    expect(await underlined(editor)).toBe(0);
    const { html } = await editor.state();
    await asExtension(driver, [`chrome.storage.local.set({ underlines: true })`]);
    await editor.layer.until(async () => (await underlined(editor)) === 1, 'the underline');
    expect((await editor.state()).html).toBe(html);
    await asExtension(driver, [`chrome.storage.local.set({ underlines: false })`]);
    await editor.layer.until(async () => (await underlined(editor)) === 0, 'the underline to go');
    await editor.close();
  });

  it('leave a field alone once the person said so, also after a reload, and others not', async () => {
    const editor = await open('textarea');
    const { onPage } = await editor.layer.firstMark();
    await editor.page.mouse.click(onPage.x + 12, onPage.y + 12);
    await editor.layer.until(() => editor.layer.card(), 'the card');
    await editor.keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowUp');
    expect((await editor.layer.card())?.active).toBe('exclude');
    await editor.keys('Enter');
    await editor.layer.until(async () => (await editor.layer.marks()).length === 0, 'the mark to go');
    await editor.page.reload();
    await editor.page.waitForSelector('html[data-ready]');
    await editor.clickWords(FIRST);
    await editor.keys('z');
    await editor.pause();
    expect(await editor.layer.marks()).toEqual([]);
    await editor.close();
    const other = await open('contenteditable');
    await other.layer.firstMark();
    await other.close();
  });

  it('move with text that is written above them in a field', async () => {
    await asExtension(driver, [`chrome.storage.local.set({ excludedFields: {} })`]);
    const editor = await open('textarea');
    await editor.layer.firstMark();
    await editor.keys('Home', 'Enter', 'Enter');
    const [mark] = await editor.layer.marks();
    const { own } = await editor.words(passage);
    expect(Math.abs(mark!.y + 12 - own.y - own.height / 2)).toBeLessThanOrEqual(2);
    await editor.close();
  });
});
