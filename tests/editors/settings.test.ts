// What a person can set for the marks in a page (underlines, a field that is left alone), and whether everybody can
// use the card.
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { EnginePage } from './engine-page.ts';
import { type Served, serveEngines } from './engines/serve.ts';
import type { LayerProbe } from './layer.ts';
import { findPassage } from './passage.ts';
import { asExtension, turnOn } from './site.ts';

const FIRST = 'Invoices come out of';

let served: Served;
let driver: Driver;
let passage = '';

beforeAll(async () => {
  served = await serveEngines();
  driver = await launch('chromium');
  await turnOn(driver, served.origin);
  passage = await findPassage(driver, served.origin);
}, 120_000);

afterAll(async () => {
  await driver?.close();
  await served?.close();
});

describe('marks', () => {
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

  it('stand in that field again when the options brought it back', async () => {
    const options = await driver.openOwn('options.html');
    const back = await options.waitForSelector('#marks .set-inner button');
    await options.screenshot({ path: '.output/shots/options-left-alone.png', fullPage: true });
    await back!.click();
    await options.waitForFunction(() => document.querySelector('#marks .set-inner') === null);
    await options.close();
    const editor = await open('textarea');
    await editor.layer.firstMark();
    await editor.close();
  });

  it('move with text that is written above them in a field', async () => {
    const editor = await open('textarea');
    await editor.layer.firstMark();
    await editor.keys('Home', 'Enter', 'Enter');
    const [mark] = await editor.layer.marks();
    const { own } = await editor.words(passage);
    expect(Math.abs(mark!.y + 12 - own.y - own.height / 2)).toBeLessThanOrEqual(2);
    await editor.close();
  });
});

describe('the card', () => {
  /** What a checker of accessibility finds in the card, which it sees only where the layer is opened to it. */
  const faults = async (editor: EnginePage): Promise<string[]> => {
    await (editor.layer as LayerProbe).expose();
    await editor.page.evaluate(
      await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
    );
    return editor.page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      const card = { fromShadowDom: ['staffwise-layer', '.card'] };
      const { violations, passes } = await run({ include: [card] } as never);
      if (passes.length === 0) return ['nothing was looked at'];
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    });
  };

  /** How light the card's ground is, from 0 to 765. */
  const groundOf = (page: Page) =>
    page.evaluate(() => {
      const card = document.querySelector('staffwise-layer')!.shadowRoot!.querySelector('.card')!;
      const [red = 0, green = 0, blue = 0] = getComputedStyle(card)
        .backgroundColor.match(/\d+/g)!
        .map(Number);
      return red + green + blue;
    });

  it.each(['plain', 'dark'])(
    'is as dark as the page, and has no accessibility fault: %s, short, with more, with its menu',
    async (around) => {
      const editor = await EnginePage.open(driver, served.origin, 'prosemirror', around, passage);
      // The page's own ground decides, against the system's wish.
      await editor.page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: around === 'dark' ? 'light' : 'dark' },
        // A card that is half there is nobody's contrast.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await editor.clickWords(FIRST);
      const { onPage } = await editor.layer.firstMark();
      await editor.page.mouse.click(onPage.x + 12, onPage.y + 12);
      await editor.layer.until(() => editor.layer.card(), 'the card');
      await editor.page.screenshot({ path: `.output/shots/card-${around}.png` });
      expect(await faults(editor)).toEqual([]);
      expect((await groundOf(editor.page)) < 380).toBe(around === 'dark');
      await editor.keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
      await editor.page.screenshot({ path: `.output/shots/card-${around}-more.png` });
      expect(await faults(editor)).toEqual([]);
      await editor.keys('ArrowLeft', 'Enter');
      await editor.page.screenshot({ path: `.output/shots/card-${around}-menu.png` });
      expect(await faults(editor)).toEqual([]);
      await editor.close();
    },
  );
});
