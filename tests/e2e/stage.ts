// What every end-to-end test starts from: a browser with Staffwise, the editors' pages, a site that is on.
import type { Page } from 'puppeteer-core';
import { type EditorServer, serveEditors } from '../editors/serve.ts';
import { type BrowserName, type Driver, type LaunchOptions, launch } from './driver/driver.ts';
import { layerOf, until } from './driver/layer.ts';

export const BROWSER = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;

/** A paragraph that a trigger of the library catches, and the note that it raises. */
export const HINTED =
  'We should rewrite billing from scratch in Go. It will be easier to rebuild than to fix.';

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

/** Turns the site of a page on: by the popup's switch; in Firefox, whose popup no driver reaches, in the options. */
export async function turnOn(driver: Driver, page: Page, origin: string): Promise<void> {
  await driver.allow(origin);
  const own =
    driver.name === 'chromium' ? await pressSwitch(driver, page) : await enterAddress(driver, origin);
  await until(() => isRegistered(own), 'the page script to be registered');
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

/** The first mark of a page, as soon as it is drawn. */
export async function firstMark(driver: Driver, page: Page) {
  const layer = layerOf(driver, page);
  return until(async () => (await layer.marks())[0], 'a mark');
}
