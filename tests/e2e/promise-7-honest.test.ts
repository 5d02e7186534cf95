// Promise 7: "Staffwise cannot read this page" is never shown as "nothing to say".
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { type Driver, launch } from './driver/driver.ts';
import { until } from './driver/layer.ts';
import { BROWSER, inOwnPage, turnOn } from './stage.ts';

const ORIGIN = 'https://docs.google.com';
const SILENT = /Nothing to say|no hints|Hints only/i;

let driver: Driver;
let close: () => void;

/** A document whose text is a picture: nothing of it stands in the page. */
const PAINTED = `<!doctype html><title>Painted - Google Docs</title><link rel="icon" href="data:,">
  <div class="kix-appview-editor" tabindex="0"><canvas width="600" height="200"></canvas></div>`;

beforeAll(async () => {
  const keys = join(root, 'tests/editors/engines/hosts');
  const server = createServer(
    { key: readFileSync(join(keys, 'key.pem')), cert: readFileSync(join(keys, 'cert.pem')) },
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAINTED),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  driver = await launch(BROWSER, { hosts: { 'docs.google.com': (server.address() as AddressInfo).port } });
});
afterAll(async () => {
  await driver?.close();
  close?.();
});

/** What a page of ours shows of a tab; it is told which tab, where it would take the one in front. */
async function shown(path: string, page: Page): Promise<string> {
  await page.bringToFront();
  const own = await driver.openOwn(path);
  const text = await until(
    () =>
      own.evaluate(
        () => /cannot read|painted|Reload it/i.test(document.body.innerText) && document.body.innerText,
      ),
    `${path} to say that it cannot read`,
  );
  await own.close();
  return text;
}

describe(`promise 7 in ${BROWSER}: honest about what it cannot read`, () => {
  let page: Page;

  it('says of a painted document that it cannot be read, to whoever asks', async () => {
    page = await driver.open(`${ORIGIN}/document/d/abc/edit`);
    await turnOn(driver, page, ORIGIN);
    await page.reload();
    await page.click('.kix-appview-editor');
    const own = await driver.openOwn('options.html');
    // A page that is not seen is not read.
    await page.bringToFront();
    const state = await until(
      () =>
        inOwnPage<{ unread?: string; words: number } | false>(
          own,
          `api.tabs.query({}).then((tabs) => api.runtime.sendMessage({ kind: 'tab',
            tab: tabs.find((tab) => tab.url?.startsWith('${ORIGIN}')).id })).then((state) => state.unread && state)`,
        ),
      'the page to be called unread',
    );
    expect(state).toMatchObject({ unread: 'docsReload', words: 0 });
    await own.close();
  });

  it.runIf(BROWSER === 'chromium')('the popup shows it, and takes a passage instead', async () => {
    const popup = await driver.openPopup(page);
    await popup.waitForSelector('#paste');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Reload it once|cannot read/);
    expect(text).not.toMatch(SILENT);
    await popup.close();
  });

  it.runIf(BROWSER === 'chromium')('the panel shows it', async () => {
    const text = await shown('sidepanel.html', page);
    expect(text).not.toMatch(SILENT);
  });
});
