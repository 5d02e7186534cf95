// Firefox with the extension installed over WebDriver BiDi.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../../scripts/setup.mjs';
import type { Driver, LaunchOptions } from './driver.ts';
import { until } from './layer.ts';
import { type LoggingProxy, startProxy } from './proxy.ts';

export const FIREFOX_BUILD = '.output/firefox-mv3';
const KEPT_UUID = '6d1c2f5e-4c0b-4f57-9d3e-1f0a5c7b9e21';
const GECKO_ID = 'staffwise@staffwise.example';

/** The installed extension, as code with the browser's own rights finds it. */
const ADDON = `await ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager.getAddonByID('${GECKO_ID}')`;

/** What Firefox asks for by itself; a proxy cannot see who asks, and we never ask its maker. */
const OWN_SERVICE = /^https:\/\/[\w.-]+\.mozilla\.(?:com|org|net):443$/;

/** Starts Firefox; see `Driver`. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const extension = options.extension === undefined ? FIREFOX_BUILD : options.extension;
  const folder = await mkdtemp(join(tmpdir(), 'staffwise-firefox-'));
  const proxy = await startProxy(options.hosts ?? {});
  // What a kept profile holds is filed under the extension's address: it must be the same again.
  const uuid = options.profile ? KEPT_UUID : randomUUID();
  const size = options.window ?? { width: 1280, height: 900 };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await ensureBrowser('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    userDataDir: options.profile ?? join(folder, 'profile'),
    defaultViewport: null,
    args: ['--remote-allow-system-access', `--width=${size.width}`, `--height=${size.height}`],
    extraPrefsFirefox: {
      // A temporary add-on goes with the browser, and would take its storage along at the next start.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: uuid }),
      ...(options.forPerson ? {} : recorded(proxy.port)),
      ...(options.scheme && { 'ui.systemUsesDarkTheme': options.scheme === 'dark' ? 1 : 0 }),
      ...(options.still && { 'ui.prefersReducedMotion': 1 }),
      'intl.accept_languages': 'en-US',
    },
  });
  if (extension) {
    await browser.installExtension(resolve(extension));
    await until(
      async () => (await openAddresses(browser)).some((url) => url.endsWith('/welcome.html')),
      'the welcome page',
    );
  }
  return new FirefoxDriver(browser, `moz-extension://${uuid}`, proxy, folder);
}

/** Preferences under which everything goes through the proxy, and what our button asks for is granted. */
function recorded(port: number): Record<string, unknown> {
  return {
    'extensions.webextOptionalPermissionPrompts': false,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
}

interface BidiBrowser {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface BidiTree {
  contexts: { context: string; url: string }[];
}

/** Addresses of the open tabs as the browser has them: the driver's own list lags behind a change of process. */
async function openAddresses(browser: Browser): Promise<string[]> {
  const { connection } = browser as unknown as BidiBrowser;
  const { result } = await connection.send('browsingContext.getTree', {});
  return (result as BidiTree).contexts.map(({ url }) => url);
}

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  private closed: Promise<void> | undefined;

  constructor(
    readonly browser: Browser,
    readonly origin: string,
    private readonly proxy: LoggingProxy,
    private readonly folder: string,
  ) {}

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  openOwn(path: string): Promise<Page> {
    return this.show(path, 'tab');
  }

  private async show(path: string, type: 'tab' | 'window'): Promise<Page> {
    const page = await this.browser.newPage({ type });
    // The process is swapped on the way to a page of an extension: no load event reaches the driver.
    await page.goto(`${this.origin}/${path}`, { waitUntil: [] });
    await page.waitForSelector('body > *');
    return page;
  }

  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    return this.openOwn('popup.html');
  }

  /** The preference `webextOptionalPermissionPrompts` grants whatever our button asks for. */
  async allow(): Promise<void> {}

  async revoke(origin: string): Promise<void> {
    const { protocol, hostname } = new URL(origin);
    await this.inBrowser(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const policy = WebExtensionPolicy.getByID('${GECKO_ID}');
      return ExtensionPermissions.remove('${GECKO_ID}', { permissions: [], origins: ['${protocol}//${hostname}/*'] }, policy.extension);
    `);
  }

  async killBackground(): Promise<void> {
    await this.inBrowser(`return WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground();`);
  }

  async reloadExtension(): Promise<void> {
    await this.inBrowser(`await (${ADDON}).reload();`);
  }

  async setEnabled(enabled: boolean): Promise<void> {
    await this.inBrowser(`await (${ADDON}).${enabled ? 'enable' : 'disable'}();`);
  }

  async inBackground<T>(code: string): Promise<T> {
    // In a window of its own: a page that is hidden does no work.
    const page = await this.show('options.html', 'window');
    const result = (await page.evaluate(code)) as T;
    await page.close();
    return result;
  }

  /** Runs code with the browser's own rights. */
  private async inBrowser(code: string): Promise<unknown> {
    const { connection } = this.browser as unknown as BidiBrowser;
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = tree.result as BidiTree;
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: `async () => { ${code} }`,
      awaitPromise: true,
      target: { context: contexts[0]!.context },
    });
    const result = answer.result as { type: string; exceptionDetails?: { text: string } };
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
    return result;
  }

  async foreignRequests(): Promise<string[]> {
    await this.close();
    return this.proxy.refused.filter((url) => !OWN_SERVICE.test(url));
  }

  async close(): Promise<void> {
    this.closed ??= this.browser.close().then(async () => {
      await this.proxy.close();
      await rm(this.folder, { recursive: true, force: true });
    });
    await this.closed;
  }
}
