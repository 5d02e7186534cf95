// What every end-to-end test starts from: a browser with Staffwise, the editors' pages, a site that is on.
import type { Page } from 'puppeteer-core';
import { type EditorServer, serveEditors } from '../editors/serve.ts';
import { type BrowserName, type Driver, type LaunchOptions, launch } from './driver/driver.ts';
import { type DrawnBox, layerOf, until } from './driver/layer.ts';

export const BROWSER = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;

/** A paragraph that a trigger of the library catches, and the note that it raises. */
export const HINTED =
  'We should rewrite billing from scratch in Go. It will be easier to rebuild than to fix.';

/** Raises another note than `HINTED`: when it is marked, whatever else would be marked is marked too. */
export const OTHER =
  'I am the only one who can deploy this, so ping me before you merge anything, and I review every change myself.';

export interface Stage {
  driver: Driver;
  server: EditorServer;
  close(): Promise<void>;
}

/** Starts the browser of this run and the server of the editors' pages. */
export async function setStage(options: LaunchOptions = {}): Promise<Stage> {
  const server = await serveEditors();
  const driver = await launch(BROWSER, options);
  return {
    driver,
    server,
    close: async () => {
      await driver.close();
      await server.close();
    },
  };
}

/**
 * Turns the site of a page on: by the popup's switch; in Firefox, whose popup no driver reaches, in the options.
 * Marks, which are off at first, are turned on as well.
 */
export async function turnOn(driver: Driver, page: Page, origin: string): Promise<void> {
  await driver.allow(origin);
  const own =
    driver.name === 'chromium' ? await pressSwitch(driver, page) : await enterAddress(driver, origin);
  await until(() => isRegistered(own), 'the page script to be registered');
  await inOwnPage(own, 'api.storage.local.set({ marks: true })');
  await own.close();
  await page.bringToFront();
}

async function pressSwitch(driver: Driver, page: Page): Promise<Page> {
  const popup = await driver.openPopup(page);
  const toggle = await popup.waitForSelector('[role="switch"]');
  await toggle!.click();
  await popup.waitForSelector('[role="switch"]:checked');
  return popup;
}

async function enterAddress(driver: Driver, origin: string): Promise<Page> {
  const options = await driver.openOwn('options.html');
  await options.type('#site', origin);
  await options.click('.add-site [type="submit"]');
  return options;
}

function isRegistered(own: Page): Promise<boolean> {
  return inOwnPage(own, 'api.scripting.getRegisteredContentScripts().then((scripts) => scripts.length > 0)');
}

/** Runs an expression in a page of the extension; `api` is the browser's API. */
export function inOwnPage<T>(own: Page, expression: string): Promise<T> {
  return own.evaluate(`((api) => ${expression})(globalThis.browser ?? globalThis.chrome)`) as Promise<T>;
}

/** Puts the caret into the editor of a page and types. */
export async function type(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.click('.ProseMirror, textarea, [contenteditable]');
  await page.keyboard.type(text);
}

/** Presses the middle of something that is drawn. */
export async function press(page: Page, box: DrawnBox): Promise<void> {
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Presses the first mark of a page; gives the card that it opens. */
export async function openCard(driver: Driver, page: Page) {
  await press(page, await firstMark(driver, page));
  return until(() => layerOf(driver, page).card(), 'the card');
}

/** Waits until nothing is marked in a page any more. */
export async function noMark(driver: Driver, page: Page): Promise<void> {
  const layer = layerOf(driver, page);
  await until(async () => (await layer.marks()).length === 0, 'every mark to go');
}

/** Lets the page come to rest: as long as a pause and a frame of it take. */
export function rest(page: Page, milliseconds = 1200): Promise<void> {
  return page.evaluate(
    (wait) => new Promise<void>((rested) => setTimeout(() => requestAnimationFrame(() => rested()), wait)),
    milliseconds,
  );
}

/** The first mark of a page, as soon as it is drawn. */
export async function firstMark(driver: Driver, page: Page) {
  const layer = layerOf(driver, page);
  return until(async () => (await layer.marks())[0], 'a mark');
}
