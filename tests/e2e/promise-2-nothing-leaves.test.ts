// Promise 2: nothing leaves the browser. Every page of ours is visited, an editor is marked and its hint copied,
// while everything that asks the network is written down: only what a page of the test asks for may stand there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, HINTED, openCard, press, rest, type Stage, setStage, turnOn, type } from './stage.ts';

const OWN_PAGES = [
  'popup.html',
  'newtab.html',
  'sidepanel.html',
  'options.html',
  'welcome.html',
  'library.html',
  'library.html#one-way-and-two-way-doors',
  'library.html#new=A%20note',
  'library.html#import',
];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe(`promise 2 in ${BROWSER}: nothing leaves`, () => {
  it('a hint is marked, copied and answered', async () => {
    const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
    await turnOn(stage.driver, page, stage.server.origin);
    await type(page, HINTED);
    const card = await openCard(stage.driver, page);
    await press(page, card.actions.copy!);
    const layer = layerOf(stage.driver, page);
    await until(async () => (await layer.card())?.text !== card.text, 'the answer of the card');
    await page.close();
  });

  it('the pages of ours open, and a search is typed', async () => {
    for (const path of OWN_PAGES) {
      const page = await stage.driver.openOwn(path);
      if (path === 'popup.html') {
        await page.waitForSelector('#find');
        await page.focus('#find');
        await page.keyboard.type('two way doors');
      }
      await page.close();
    }
  });

  it('and the one request of this visit is the one a page of the test made', async () => {
    const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
    await page.evaluate(() => fetch('http://canary.example/', { mode: 'no-cors' }).catch(() => undefined));
    await rest(page, 100);
    const foreign = await stage.driver.foreignRequests();
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((request) => !request.startsWith('http://canary.example/'))).toEqual([]);
  });
});
