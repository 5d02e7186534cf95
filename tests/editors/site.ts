// What a person does on a page of the extension: turns a site on by the extension's own request, reads its state.
import type { TabState } from '../../src/platform/messages.ts';
import type { Driver } from '../e2e/driver/driver.ts';
import { turnOn as turnOnInOptions } from '../e2e/stage.ts';

/** Runs code on a page of the extension, in Chromium as out of a person's gesture; the last one's outcome. */
export async function asExtension<T>(driver: Driver, codes: readonly string[]): Promise<T> {
  if (driver.name === 'firefox') {
    let outcome: unknown;
    for (const code of codes) outcome = await driver.inBackground(code);
    return outcome as T;
  }
  // In a window of its own: a page that is hidden does no work.
  const page = await driver.browser.newPage({ type: 'window' });
  await page.goto(`${driver.origin}/manifest.json`);
  const session = await page.createCDPSession();
  let last: unknown;
  for (const expression of codes) {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    last = result.value;
  }
  await page.close();
  return last as T;
}

/** Grants and turns on `origin`: in Firefox by the options, where its address is entered. @throws where the browser refuses */
export async function turnOn(driver: Driver, origin: string): Promise<void> {
  if (driver.name === 'firefox') {
    const page = await driver.browser.newPage();
    await turnOnInOptions(driver, page, origin);
    await page.close();
    return;
  }
  await driver.allow(origin);
  const { protocol, hostname } = new URL(origin);
  const pattern = `${protocol}//${hostname}/*`;
  await asExtension(driver, [
    `chrome.permissions.request({ origins: ['${pattern}'] }).then((granted) => { if (!granted) throw new Error('not granted'); })`,
    `chrome.storage.local.get('sites').then(({ sites = [] }) => chrome.storage.local.set({ marks: true, sites: [...sites, '${origin}'] }))`,
    // Registered when the background says so; until then a page would load without us.
    `(async () => {
      for (let turn = 0; turn < 200; turn++) {
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        if (scripts.some(({ matches }) => matches.some((match) => match.startsWith('${protocol}//${hostname}')))) return;
        await new Promise((next) => setTimeout(next, 25));
      }
      throw new Error('not registered');
    })()`,
  ]);
}

/** What the popup would show of the tab whose address begins with `url`. */
export function tabState(driver: Driver, url: string): Promise<TabState> {
  return asExtension(driver, [
    `chrome.tabs.query({}).then((tabs) => chrome.runtime.sendMessage({ kind: 'tab', tab: tabs.find((tab) => tab.url?.startsWith('${url}')).id }))`,
  ]);
}
