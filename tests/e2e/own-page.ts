// How a test reads and works a page of the extension. Every wait asks anew in one call: a wait that puppeteer keeps in
// the page is lost with the page it runs in (Firefox changes the process on the way to ours, erasing loads it anew),
// and is then begun again in a page where what it waited for has been and gone.
import type { Page } from 'puppeteer-core';
import type { Driver } from './driver/driver.ts';
import { until } from './driver/layer.ts';

/** Opens a page of ours in front: the welcome page may open over it, and hidden pages do not draw. */
export async function openFront(driver: Driver, path: string): Promise<Page> {
  const page = await driver.openOwn(path);
  await page.bringToFront();
  return page;
}

/** Waits until a text stands on the page, or in the part of it that a selector names. */
export const says = (page: Page, text: string, { within = 'body', limit = 20_000 } = {}): Promise<boolean> =>
  until(
    () =>
      page
        .evaluate(
          (selector, wanted) =>
            document.querySelector<HTMLElement>(selector)?.innerText.includes(wanted) ?? false,
          within,
          text,
        )
        // The page is being loaded anew: the next look finds the new one.
        .catch(() => false),
    `"${text}" on the page`,
    limit,
  );

/** Presses the button or link that begins with a text or is called so, as soon as there is one. */
export const press = (page: Page, text: string): Promise<boolean> =>
  until(
    () =>
      page.evaluate((wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, a, summary')];
        const found = all.find((one) => one.innerText.trim().startsWith(wanted) || one.ariaLabel === wanted);
        found?.click();
        return found !== undefined;
      }, text),
    `"${text}" to press`,
  );

/** Waits until the editor of a note says that what stands in it is kept. */
export const kept = (page: Page): Promise<boolean> => says(page, 'Kept', { within: '.own-kept' });

/** Gives a file to the page's file field. */
export async function giveFile(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}
