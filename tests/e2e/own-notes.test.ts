// Own notes, from their first word to another browser: written, found by a misspelt word, edited, exported, erased, imported.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type Driver, launch } from './driver/driver.ts';
import { until } from './driver/layer.ts';
import { giveFile, kept, openFront, press, says } from './own-page.ts';

const name = (process.env.STAFFWISE_BROWSER ?? 'chromium') as BrowserName;

/** What the test needs of the browser's own messaging. */
interface Runtime {
  connect(options: { name: string }): {
    postMessage(message: unknown): void;
    onMessage: { addListener(received: (message: unknown) => void): void };
  };
}

let driver: Driver;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwise-notes-'));
  driver = await launch(name);
});
afterAll(async () => {
  await driver?.close();
  await rm(folder, { recursive: true, force: true });
});

async function writeNote(): Promise<void> {
  const page = await openFront(driver, 'library.html#new=Quarterly%20headcount%20freeze');
  await page.waitForSelector('#own-body');
  await page.focus('#own-body');
  await page.keyboard.type('Ask **Petra** before the forum.');
  await kept(page);
  await press(page, 'Done');
  await says(page, 'Quarterly headcount freeze');
  await page.close();
}

/** What the JSON export would download. */
async function exported(): Promise<string> {
  const page = await openFront(driver, 'options.html#notes');
  await says(page, '1 note.');
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => document.body.setAttribute('data-exported', text));
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await press(page, 'JSON');
  await page.waitForSelector('body[data-exported]');
  const text = await page.$eval('body', (body) => body.getAttribute('data-exported') ?? '');
  await page.close();
  return text;
}

async function eraseEverything(): Promise<void> {
  const page = await openFront(driver, 'options.html#notes');
  await press(page, 'Erase everything now');
  await press(page, 'Press again to erase everything');
  await says(page, '0 notes.');
  await page.close();
}

async function importFile(path: string): Promise<Page> {
  const page = await openFront(driver, 'library.html#import');
  await giveFile(page, path);
  await says(page, '1 new');
  return page;
}

/** Runs in a page of ours: how many notes its database holds, those that do not show included. */
async function countNotes(): Promise<number> {
  const request = indexedDB.open('staffwise');
  const database = await new Promise<IDBDatabase>((done) => {
    request.onsuccess = () => done(request.result);
  });
  const count = database.transaction('notes').objectStore('notes').count();
  const found = await new Promise<number>((done) => {
    count.onsuccess = () => done(count.result);
  });
  database.close();
  return found;
}

const withoutTimes = (text: string) => {
  const { exported: _exported, settings: _settings, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
};

describe(`own notes in ${name}`, () => {
  it('are found in the popup by a misspelt word, after it was closed and opened', async () => {
    await writeNote();
    const popup = await openFront(driver, 'popup.html');
    await popup.waitForSelector('#find');
    await popup.focus('#find');
    await popup.keyboard.type('headcuont');
    await says(popup, 'Quarterly headcount freeze');
    expect(await popup.$eval('[role=option][aria-selected=true]', (row) => row.textContent)).toContain(
      'Quarterly',
    );
    await popup.close();
    // What was typed survives, selected, so that the next letter replaces it.
    const again = await openFront(driver, 'popup.html');
    await until(
      () => again.evaluate(() => document.querySelector<HTMLInputElement>('#find')?.value === 'headcuont'),
      'what was typed to stand there again',
    );
    await again.focus('#find');
    await again.keyboard.press('Enter');
    await says(again, 'Ask Petra before the forum.');
    await again.close();
  });

  it('are equal after export, erasing and import, and twice imported not doubled', async () => {
    const before = await exported();
    const file = join(folder, 'export.json');
    await writeFile(file, before);
    await eraseEverything();
    const page = await importFile(file);
    await press(page, 'Import 1 note');
    await says(page, '1 note was imported.');
    await page.close();
    expect(withoutTimes(await exported())).toEqual(withoutTimes(before));
    const again = await openFront(driver, 'library.html#import');
    await giveFile(again, file);
    await says(again, '1 already here');
    await again.close();
  });

  it('leave nothing half-done when the tab is closed in the middle of an import', async () => {
    const clippings = Array.from(
      { length: 4000 },
      (_, at) =>
        `Book ${at % 7} (Doe, Jane)\r\n- Your Highlight on Location ${at * 10}-${at * 10 + 5} | Added on x\r\n\r\nClipping number ${at}\r\n==========\r\n`,
    );
    const file = join(folder, 'My Clippings.txt');
    await writeFile(file, clippings.join(''));
    const page = await openFront(driver, 'library.html#import');
    await giveFile(page, file);
    await says(page, '4000 new');
    await press(page, 'Import 4000 notes');
    await page.waitForSelector('progress');
    await page.close();
    const after = await openFront(driver, 'library.html#mine');
    await says(after, '1 note.');
    await until(
      () => after.evaluate(countNotes).then((count) => count === 1),
      'the torn import to be gone',
      20_000,
    );
    await after.close();
  });

  if (name === 'chromium') {
    it('come as hints where their words stand, and nothing of them is sent into the page', async () => {
      const library = await openFront(driver, 'library.html#new=Petra%20decides');
      await library.waitForSelector('#own-body');
      await library.focus('#own-body');
      await library.keyboard.type('A secret about Petra.');
      await press(library, 'When it should come by itself');
      await library.focus('#own-triggers');
      await library.keyboard.type('architecture forum');
      await kept(library);
      await library.close();
      const page = await openFront(driver, 'welcome.html');
      await page.waitForSelector('.ProseMirror');
      const received: string[] = [];
      await page.exposeFunction('received', (text: string) => received.push(text));
      await page.evaluate(() => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
        const port = runtime.connect({ name: 'page' });
        port.onMessage.addListener((message: unknown) =>
          (globalThis as unknown as { received(text: string): void }).received(JSON.stringify(message)),
        );
        const text =
          'The plan goes to the architecture forum on Thursday, and the teams have read it by then.';
        port.postMessage({
          kind: 'document',
          document: { host: 'generic', documentId: 'x', title: 'x', kind: 'unknown' },
        });
        port.postMessage({
          kind: 'blocks',
          surface: 's',
          revision: 1,
          by: 'me',
          partial: false,
          order: ['b'],
          changed: [{ id: 'b', type: 'paragraph', text }],
        });
      });
      await expect.poll(() => received.join('\n'), { timeout: 10_000 }).toContain('"own":true');
      expect(received.join('\n')).not.toContain('secret');
      expect(received.join('\n')).not.toContain('Petra');
      await page.close();
    });

    it('are made of a selection by the menu, in a page whose site is off', async () => {
      const page = await driver.open('data:text/html,<title>An article</title><p>One worth keeping.</p>');
      await driver.inBackground(
        `chrome.tabs.query({}).then((tabs) => chrome.contextMenus.onClicked.dispatch(
          { menuItemId: 'save', selectionText: 'One worth keeping.', pageUrl: 'https://a.example/article' },
          tabs.find((tab) => tab.title === 'An article')))`,
      );
      const library = await openFront(driver, 'library.html#mine');
      await says(library, 'One worth keeping.');
      await library.close();
      await page.close();
    });
  }
});
