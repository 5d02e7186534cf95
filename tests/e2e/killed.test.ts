// The browser killed in the middle of an import: every note that was acknowledged is there afterward, or came back
// from its copy, and nothing of the torn import is. STAFFWISE_ROUNDS sets the number of kills.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, it } from 'vitest';
import { type BrowserName, launch } from './driver/driver.ts';
import { giveFile, kept, openFront, says } from './own-page.ts';

const name = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;
const ROUNDS = Number(process.env.STAFFWISE_ROUNDS ?? 1);
const ROUND_MS = 90_000;
/** After a kill the browser first mends its own storage. */
const limit = 30_000;
const IMPORTED = 3000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwise-killed-'));
  const clippings = Array.from(
    { length: IMPORTED },
    (_, at) =>
      `Book (Doe, Jane)\n- Your Highlight on Location ${at * 10}-${at * 10 + 5} | Added on x\n\nClipping ${at} ${'text '.repeat(40)}\n==========\n`,
  );
  await writeFile(join(folder, 'My Clippings.txt'), clippings.join(''));
});
// A killed browser's children may still write into the profile while it is being removed.
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

/** Writes a note and waits until it is said to be kept. */
async function acknowledge(page: Page, title: string): Promise<void> {
  await page.waitForSelector('#own-body');
  await page.focus('#own-body');
  await page.keyboard.type(`Body of ${title}.`);
  await kept(page);
}

it(
  `keeps every acknowledged note through ${ROUNDS} kills in ${name}`,
  async () => {
    const profile = join(folder, 'profile');
    const acknowledged: string[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const driver = await launch(name, { profile });
      const list = await openFront(driver, 'library.html#mine');
      await says(list, acknowledged.length === 1 ? '1 note.' : `${acknowledged.length} notes.`, { limit });
      for (const title of acknowledged) await says(list, title);
      if (round === ROUNDS) {
        await driver.close();
        break;
      }
      const title = `Kept in round ${round}`;
      const editor = await openFront(driver, `library.html#new=${encodeURIComponent(title)}`);
      await acknowledge(editor, title);
      acknowledged.push(title);
      const page = await openFront(driver, 'library.html#import');
      await giveFile(page, join(folder, 'My Clippings.txt'));
      await says(page, `${IMPORTED} new`, { limit });
      await page.click('.own-acts .btn-strong');
      await page.waitForSelector('progress');
      driver.browser.process()?.kill('SIGKILL');
      await driver.close().catch(() => undefined);
    }
  },
  ROUND_MS * (ROUNDS + 1),
);
