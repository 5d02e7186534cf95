// What a person sees of Staffwise: done by key and press in a real browser, nothing staged.
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { SAMPLES } from '../src/ui/welcome/samples.ts';
import type { Driver } from '../tests/e2e/driver/driver.ts';
import { layerOf, until } from '../tests/e2e/driver/layer.ts';
import { firstMark, turnOn, type } from '../tests/e2e/stage.ts';

export const SCENES = {
  mark: 'a waymark beside a paragraph, on a page that was turned on',
  card: 'what the waymark says when it is pressed',
  popup: 'notes found by a few letters',
  note: 'one of them, read',
  panel: 'the coach in the side panel, on a design document',
  newtab: 'the idea of the day on a new tab',
  welcome: 'a hint on the sample of the welcome page',
};
export type SceneName = keyof typeof SCENES;

const QUERY = 'exec';
/** A popup has the size it asks for; a driver may see less of it. */
const POPUP = { x: 0, y: 0, width: 400, height: 560 };

/**
 * Plays every scene and hands each to `keep` while it is in sight. `address` is the rich-text page of
 * tests/editors; `density` the pixels of a picture for each of a page.
 */
export async function play(
  driver: Driver,
  address: string,
  keep: (name: SceneName, page: Page, clip?: ScreenshotClip) => Promise<unknown>,
  density = 1,
): Promise<void> {
  const ticket = await driver.open(address);
  await ticket.setViewport({ width: 1100, height: 480, deviceScaleFactor: density });
  await turnOn(driver, ticket, new URL(address).origin);
  await write(ticket, SAMPLES.ticket);
  await hint(driver, ticket, keep);
  await find(driver, ticket, keep);
  const [title = ''] = SAMPLES.design;
  const design = await driver.open(`${address}?title=${encodeURIComponent(title.slice(2))}`);
  await write(design, SAMPLES.design);
  await review(driver, design, keep, density);
  await newTab(driver, keep, density);
  await welcome(driver, keep, density);
}

type Keep = Parameters<typeof play>[2];

/** Types a sample without its title, which the page has. The editor makes headings of lines that start with #. */
async function write(page: Page, [, first = '', ...more]: readonly string[]): Promise<void> {
  await type(page, first);
  for (const paragraph of more) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
}

async function hint(driver: Driver, page: Page, keep: Keep): Promise<void> {
  // The caret goes back to the paragraph that is marked.
  await page.click('.ProseMirror p');
  const { x, y, width, height } = await firstMark(driver, page);
  await keep('mark', page);
  await page.mouse.click(x + width / 2, y + height / 2);
  await until(() => layerOf(driver, page).card(), 'the card');
  await keep('card', page);
  await page.keyboard.press('Escape');
}

async function find(driver: Driver, page: Page, keep: Keep): Promise<void> {
  const popup = await driver.openPopup(page);
  await popup.type('#find', QUERY);
  await popup.waitForSelector('[role="option"] mark');
  await keep('popup', popup, POPUP);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.pop-reading p');
  await keep('note', popup, POPUP);
  await popup.close();
}

async function review(driver: Driver, page: Page, keep: Keep, density: number): Promise<void> {
  await firstMark(driver, page);
  // In a tab of its own, where a driver can see it: it speaks of the tab that was in front before.
  const panel = await driver.openOwn('sidepanel.html');
  await panel.setViewport({ width: 400, height: 860, deviceScaleFactor: density });
  const stop = await panel.waitForSelector('.stop.hint .stop-line');
  await stop!.click();
  await panel.mouse.move(0, 0);
  await keep('panel', panel);
  await panel.close();
}

async function newTab(driver: Driver, keep: Keep, density: number): Promise<void> {
  const page = await driver.openOwn('newtab.html');
  await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: density });
  await page.waitForSelector('main');
  await keep('newtab', page);
  await page.close();
}

async function welcome(driver: Driver, keep: Keep, density: number): Promise<void> {
  const page = await driver.openOwn('welcome.html');
  await page.setViewport({ width: 1100, height: 900, deviceScaleFactor: density });
  await page.click('.ProseMirror p:last-child');
  await firstMark(driver, page);
  await keep('welcome', page);
  await page.close();
}
