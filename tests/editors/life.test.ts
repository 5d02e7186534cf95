// The page script's life: a page that comes back from the back/forward cache, a background that dies, a site that
// is turned off (promise 4 has that in Firefox), an extension that is updated or disabled under the page.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { BROWSER } from '../e2e/stage.ts';
import { EnginePage } from './engine-page.ts';
import { type Served, serveEngines } from './engines/serve.ts';
import { findPassage } from './passage.ts';
import { asExtension, turnOn } from './site.ts';

const FIRST = 'Invoices come out of';

let served: Served;
let driver: Driver;
let passage = '';

beforeAll(async () => {
  served = await serveEngines();
  driver = await launch(BROWSER);
  await turnOn(driver, served.origin);
  passage = await findPassage(driver, served.origin);
}, 120_000);

afterAll(async () => {
  await driver?.close();
  await served?.close();
});

async function open(engine = 'prosemirror'): Promise<EnginePage> {
  const editor = await EnginePage.open(driver, served.origin, engine, 'plain', passage);
  await editor.clickWords(FIRST);
  return editor;
}

/** Lets `layers` know what stands now. */
const tag = (editor: EnginePage) =>
  editor.page.evaluate(() => {
    for (const layer of document.querySelectorAll('staffwise-layer')) Object.assign(layer, { old: true });
  });

/** The layers in a page: those that were there when it was tagged, and newer ones. */
const layers = (editor: EnginePage) =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('staffwise-layer')].map((layer) => ('old' in layer ? 'old' : 'new')),
  );

describe.skipIf(BROWSER === 'firefox')('the page script', () => {
  it('gives the same mark again when the background dies between a pause and its answer', async () => {
    const editor = await open();
    const { x, y } = await editor.layer.firstMark();
    await tag(editor);
    await driver.killBackground();
    await editor.keys('End', ' ', 'z');
    await editor.pause();
    const [again, ...more] = await editor.layer.until(async () => {
      const marks = await editor.layer.marks();
      return marks.length > 0 && marks;
    }, 'the mark');
    expect(more).toEqual([]);
    expect({ x: again!.x, y: again!.y }).toEqual({ x, y });
    expect(await layers(editor), 'a background that wakes starts nothing anew').toEqual(['old']);
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
});

describe(`under open pages in ${BROWSER}`, () => {
  let editors: EnginePage[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    editors = [await open('prosemirror'), await open('contenteditable')];
    for (const { page } of editors) {
      page.on('pageerror', (fault) => faults.push(String(fault)));
      page.on('console', (word) => word.type() === 'error' && faults.push(word.text()));
    }
    return async () => {
      for (const editor of editors) await editor.close();
    };
  });
  beforeEach(async () => {
    for (const editor of editors) {
      await editor.page.bringToFront();
      await editor.layer.firstMark();
      await tag(editor);
    }
  });

  /** One new layer, and at the first press a mark that speaks: nobody of the old run takes it. */
  const worksAnew = async (editor: EnginePage) => {
    await editor.page.bringToFront();
    // A line that gives no answer is tried again after five seconds, twice.
    await editor.layer.until(async () => (await layers(editor)).includes('new'), 'the new layer', 20_000);
    expect(await layers(editor)).toEqual(['new']);
    const { onPage } = await editor.layer.firstMark();
    await editor.page.mouse.click(onPage.x + 12, onPage.y + 12);
    await editor.layer.until(() => editor.layer.card(), 'the card');
    await editor.keys('ArrowRight');
    await editor.layer.until(async () => (await editor.layer.card())?.active === 'copy', 'the first action');
    await editor.keys('Escape');
    expect(await editor.layer.card()).toBeNull();
    expect(faults).toEqual([]);
  };

  it('an extension that is updated takes its old self away, and works', async () => {
    await driver.reloadExtension();
    for (const editor of editors) await worksAnew(editor);
  });

  it('an extension that is disabled leaves, and is there again when it is enabled', async () => {
    await driver.setEnabled(false);
    // Firefox cuts the page script off and tells it nothing: what is drawn stays until the next run or load.
    for (const editor of BROWSER === 'firefox' ? [] : editors) {
      await editor.page.bringToFront();
      await editor.layer.until(async () => (await layers(editor)).length === 0, 'the layer to go');
    }
    await driver.setEnabled(true);
    for (const editor of editors) await worksAnew(editor);
  });
});
