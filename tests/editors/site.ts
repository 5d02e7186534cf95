// Turns a site on as a person would: the extension's own request, out of a user's gesture.
import type { Driver } from '../e2e/driver/driver.ts';

/** Grants and turns on `origin` in Chromium. @throws where the browser refuses */
export async function turnOn(driver: Driver, origin: string): Promise<void> {
  await driver.allow(origin);
  const page = await driver.browser.newPage();
  await page.goto(`${driver.origin}/manifest.json`);
  const session = await page.createCDPSession();
  const { protocol, hostname } = new URL(origin);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as unknown;
  };
  const granted = await evaluate(`chrome.permissions.request({ origins: ['${protocol}//${hostname}/*'] })`);
  if (granted !== true) throw new Error(`${origin} was not granted`);
  await evaluate(
    `chrome.storage.local.get('sites').then(({ sites = [] }) => chrome.storage.local.set({ sites: [...sites, '${origin}'] }))`,
  );
  // Registered when the background says so; until then a page would load without us.
  await evaluate(`(async () => {
    for (let turn = 0; turn < 200; turn++) {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      if (scripts.some(({ matches }) => matches.includes('${protocol}//${hostname}/*'))) return;
      await new Promise((next) => setTimeout(next, 25));
    }
    throw new Error('not registered');
  })()`);
  await page.close();
}
