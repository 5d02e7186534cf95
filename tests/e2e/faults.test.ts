// What may break under a page (research: trust.md 5): the background killed or reloaded, a page from the
// back/forward cache, a damaged model, grants and switches in any order.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_BUILD } from './driver/chromium.ts';
import { FIREFOX_BUILD } from './driver/firefox.ts';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, firstMark, HINTED, inOwnPage, rest, type Stage, setStage, turnOn, type } from './stage.ts';

const chromium = BROWSER === 'chromium';

let stage: Stage;
const errors: string[] = [];

async function openEditor(editor = 'prosemirror'): Promise<Page> {
  const page = await stage.driver.open(`${stage.server.origin}/${editor}/`);
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return page;
}

describe(`faults in ${BROWSER}`, () => {
  beforeAll(async () => {
    stage = await setStage();
    const page = await openEditor();
    await turnOn(stage.driver, page, stage.server.origin);
    await page.close();
  });
  afterAll(() => stage?.close());

  it('F1: killed while an analysis is pending, the background gives the same mark, once', async () => {
    const page = await openEditor();
    await type(page, HINTED);
    await rest(page, 650);
    await stage.driver.killBackground();
    await page.bringToFront();
    await firstMark(stage.driver, page);
    await rest(page);
    expect(await layerOf(stage.driver, page).marks()).toHaveLength(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('F4: a page that comes back from the cache is read and marked again', async () => {
    const page = await openEditor();
    await type(page, HINTED);
    await firstMark(stage.driver, page);
    await page.evaluate(() => {
      window.addEventListener('pageshow', (event) => {
        document.documentElement.dataset.persisted = `${event.persisted}`;
      });
    });
    await page.goto(`${stage.server.origin}/textarea/`);
    // Nothing is loaded on the way back, so that no load event can be waited for.
    await page.evaluate(() => setTimeout(() => history.back()));
    await until(
      () => page.evaluate(() => document.documentElement.dataset.persisted === 'true').catch(() => false),
      'the page to come back from the cache',
    );
    await type(page, ' Soon.');
    await firstMark(stage.driver, page);
    expect(await layerOf(stage.driver, page).marks()).toHaveLength(1);
    await page.close();
  });

  it('F9: whatever the order of on, off, grant, revoke and kill, registered = on ∩ granted', async () => {
    const { driver, server } = stage;
    const own = await driver.openOwn('options.html');
    let seed = 20261124;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const wish = (on: boolean) =>
      inOwnPage(own, `api.storage.local.set({ sites: ${JSON.stringify(on ? [server.origin] : [])} })`);
    const steps: (() => Promise<unknown>)[] = [
      // Switches are pressed more often than grants change.
      ...Array.from({ length: 6 }, (_, at) => () => wish(at % 2 === 0)),
      () => (chromium ? driver.allow(server.origin) : Promise.resolve()),
      () => driver.revoke(server.origin),
      () => driver.killBackground(),
    ];
    for (let step = 0; step < 50; step++) await steps[next(steps.length)]!();
    const settled = () =>
      inOwnPage<boolean>(
        own,
        `Promise.all([api.storage.local.get('sites'), api.permissions.getAll(), api.scripting.getRegisteredContentScripts()])
          .then(([{ sites }, { origins }, scripts]) => (sites.length > 0 && origins.length > 0) === (scripts.length === 1))`,
      );
    // The last kill may have taken the last word with it: the next message wakes the background.
    await inOwnPage(own, `api.runtime.sendMessage({ kind: 'ideas', query: 'x' })`);
    await until(settled, 'the registration to be right');
    await wish(true);
    await driver.allow(server.origin);
    if (chromium) await until(settled, 'the registration to be right again');
    await own.close();
  });
});

describe.each<[string, (model: Buffer) => Buffer]>([
  ['cut to half', (model) => model.subarray(0, model.length >> 1)],
  ['one byte flipped', (model) => Buffer.from(model).fill(model[0]! ^ 255, 0, 1)],
])(`F3 in ${BROWSER}: a model %s`, (_name, damage) => {
  it('is not used, and the triggers still speak', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staffwise-damaged-'));
    await cp(chromium ? CHROMIUM_BUILD : FIREFOX_BUILD, folder, { recursive: true });
    const model = join(folder, 'model.bin');
    await writeFile(model, damage(await readFile(model)));
    const damaged = await setStage({ extension: folder });
    try {
      const page = await damaged.driver.open(`${damaged.server.origin}/textarea/`);
      await turnOn(damaged.driver, page, damaged.server.origin);
      await type(page, HINTED);
      await firstMark(damaged.driver, page);
      const own = await damaged.driver.openOwn('options.html');
      const said = await inOwnPage<(boolean | undefined)[]>(
        own,
        "api.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => api.runtime.sendMessage({ kind: 'tab', tab: id })))).then((states) => states.map((state) => state.damaged))",
      );
      expect(said).toContain(true);
    } finally {
      await damaged.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
