// Promise 4: on a site that is off, no line of Staffwise runs.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EditorServer, serveEditors } from '../editors/serve.ts';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, firstMark, HINTED, inOwnPage, rest, type Stage, setStage, turnOn, type } from './stage.ts';

const chromium = BROWSER === 'chromium';

let stage: Stage;
let other: EditorServer;

beforeAll(async () => {
  stage = await setStage();
  other = await serveEditors();
});
afterAll(async () => {
  await stage?.close();
  await other?.close();
});

/** Our worlds in a page, each with the count of its listeners on window and document. Chromium only. */
async function ownWorlds(page: Page): Promise<number[]> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith(stage.driver.origin)) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const counts: number[] = [];
  for (const contextId of worlds) {
    let count = 0;
    for (const expression of ['window', 'document']) {
      const { result } = await session.send('Runtime.evaluate', { expression, contextId });
      const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
      count += found.listeners.length;
    }
    counts.push(count);
  }
  await session.detach();
  return counts;
}

async function turnOff(page: Page): Promise<void> {
  const own = chromium ? await stage.driver.openPopup(page) : await stage.driver.openOwn('options.html');
  const toggle = await own.waitForSelector(chromium ? '[role="switch"]' : '#sites [role="switch"]');
  await toggle!.click();
  await until(
    () =>
      inOwnPage<boolean>(
        own,
        `Promise.all([api.scripting.getRegisteredContentScripts(), api.permissions.getAll()])
          .then(([scripts, { origins }]) => scripts.length === 0 && origins.length === 0)`,
      ),
    'nothing to be registered or granted',
  );
  await own.close();
  await page.bringToFront();
}

describe(`promise 4 in ${BROWSER}: off is off`, () => {
  it('never runs on another port of a host that is on', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/textarea/`);
    await turnOn(driver, page, server.origin);
    await page.close();
    const elsewhere = await driver.open(`${other.origin}/textarea/`);
    await type(elsewhere, HINTED);
    await rest(elsewhere);
    expect(await layerOf(driver, elsewhere).exists()).toBe(false);
    if (chromium) expect(await ownWorlds(elsewhere)).toEqual([]);
    await elsewhere.close();
  });

  it('never runs in a frame of another origin', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/textarea/`);
    const frame = await page.evaluate(
      (url) =>
        new Promise<boolean>((loaded) => {
          const element = document.createElement('iframe');
          element.onload = () => loaded(true);
          element.src = url;
          document.body.append(element);
        }),
      `http://127.0.0.1:${other.port}/textarea/`,
    );
    expect(frame).toBe(true);
    if (chromium) expect(await ownWorlds(page)).toHaveLength(1);
    await page.close();
  });

  it('turned off, it goes from an open page without a trace', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/prosemirror/`);
    await type(page, HINTED);
    await firstMark(driver, page);
    if (chromium) expect((await ownWorlds(page))[0]).toBeGreaterThan(0);
    await turnOff(page);
    const layer = layerOf(driver, page);
    await until(async () => !(await layer.exists()), 'the layer to go');
    // An empty world stays until the page goes: the browser has no way to take one away.
    if (chromium) expect(await ownWorlds(page)).toEqual([0]);
    await page.keyboard.type(' Soon.');
    await rest(page);
    expect(await layer.exists()).toBe(false);
    await page.close();
    const fresh = await driver.open(`${server.origin}/prosemirror/`);
    await type(fresh, HINTED);
    await rest(fresh);
    expect(await layerOf(driver, fresh).exists()).toBe(false);
    if (chromium) expect(await ownWorlds(fresh)).toEqual([]);
    await fresh.close();
  });
});
