// The page script's life: a page that comes back from the back/forward cache, a background that dies, a site that
// is turned off, an extension that is updated under the page.
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

describe.skipIf(!chromium)('the page script', () => {
  const open = async (engine = 'prosemirror') => {
    const editor = await EnginePage.open(driver, served.origin, engine, 'plain', passage);
    await editor.clickWords(FIRST);
    return editor;
  };

  it('gives the same mark again when the background dies between a pause and its answer', async () => {
    const editor = await open();
    const { x, y } = await editor.layer.firstMark();
    await driver.killBackground();
    await editor.keys('End', ' ', 'z');
    await editor.pause();
    const [again, ...more] = await editor.layer.until(async () => {
      const marks = await editor.layer.marks();
      return marks.length > 0 && marks;
    }, 'the mark');
    expect(more).toEqual([]);
    expect({ x: again!.x, y: again!.y }).toEqual({ x, y });
    await editor.close();
  });

  it('works in a page that comes back from the back/forward cache', async () => {
    const editor = await open();
    await editor.layer.firstMark();
    await editor.page.evaluate(() => {
      window.addEventListener('pageshow', (event) => {
        document.documentElement.dataset.came = event.persisted ? 'back' : 'anew';
      });
    });
    await editor.page.goto(`${served.origin}/textarea/`);
    await editor.page.goBack();
    await editor.page.waitForSelector('html[data-came]');
    expect(await editor.page.$eval('html', (html) => html.dataset.came)).toBe('back');
    await editor.clickWords(FIRST);
    await editor.layer.firstMark();
    expect(await editor.layer.marks()).toHaveLength(1);
    await editor.close();
  });

  it('takes everything away when its site is turned off', async () => {
    const editor = await open();
    await editor.layer.firstMark();
    await asExtension(driver, [`chrome.storage.local.set({ sites: [] })`]);
    await editor.layer.until(async () => !(await editor.layer.exists()), 'the layer to go');
    await editor.page.reload();
    await editor.page.waitForSelector('html[data-ready]');
    await editor.clickWords(FIRST);
    await editor.pause();
    expect(await editor.layer.exists()).toBe(false);
    await asExtension(driver, [`chrome.storage.local.set({ sites: ['${served.origin}'] })`]);
    await editor.close();
  });

  it('leaves quietly when the extension is updated under it', async () => {
    const editor = await open('contenteditable');
    const faults: string[] = [];
    editor.page.on('pageerror', (fault) => faults.push(String(fault)));
    await editor.layer.firstMark();
    await driver.inBackground('chrome.runtime.reload()').catch(() => undefined);
    await editor.keys('z');
    await editor.layer.until(async () => !(await editor.layer.exists()), 'the old layer to go');
    const before = (await editor.state()).model;
    await editor.keys('z');
    expect((await editor.state()).model).not.toBe(before);
    expect(faults).toEqual([]);
    await editor.close();
  });
});
