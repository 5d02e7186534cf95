// Chromium with the extension loaded by the DevTools protocol.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { ensureBrowser } from '../../../scripts/setup.mjs';
import type { Driver, LaunchOptions } from './driver.ts';

export const CHROMIUM_BUILD = '.output/chrome-mv3';

/** Starts Chromium; see `Driver`. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const extension = options.extension === undefined ? CHROMIUM_BUILD : options.extension;
  const folder = await mkdtemp(join(tmpdir(), 'staffwise-chromium-'));
  const log = join(folder, 'requests.json');
  const size = options.window ?? { width: 1280, height: 900 };
  const hosts = Object.entries(options.hosts ?? {}).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser('chromium'),
    headless: options.headless ?? true,
    pipe: true,
    // As in a person's browser: pages come back from the cache with a dead port.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    acceptInsecureCerts: true,
    userDataDir: options.profile ?? join(folder, 'profile'),
    defaultViewport: null,
    // A person's own browser: no bar that says it is driven, and their own signals end it.
    ...(options.forPerson && { ignoreDefaultArgs: ['--enable-automation'] }),
    ...(extension && { enableExtensions: [extension] }),
    args: [
      `--window-size=${size.width},${size.height}`,
      ...(options.forPerson
        ? []
        : [
            `--log-net-log=${log}`,
            `--host-resolver-rules=${[...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(', ')}`,
          ]),
      ...(options.still ? ['--force-prefers-reduced-motion'] : []),
      ...(options.density ? [`--force-device-scale-factor=${options.density}`] : []),
      '--no-first-run',
      '--no-default-browser-check',
      '--force-color-profile=srgb',
      '--lang=en-US',
      ...(options.scheme === 'dark' ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const id = extension ? await extensionId(browser) : '';
  if (extension) await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
  return new ChromiumDriver(browser, `chrome-extension://${id}`, id, log, folder);
}

async function extensionId(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker', {
    timeout: 30_000,
  });
  return new URL(target.url()).host;
}

class ChromiumDriver implements Driver {
  readonly name = 'chromium';
  private closed: Promise<void> | undefined;

  constructor(
    readonly browser: Browser,
    readonly origin: string,
    private readonly id: string,
    private readonly log: string,
    private readonly folder: string,
  ) {}

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  async openOwn(path: string): Promise<Page> {
    const page = await this.open(`${this.origin}/${path}`);
    await page.waitForSelector('body > *');
    return page;
  }

  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.id);
    if (!extension) throw new Error('the extension is not loaded');
    const isPopup = (target: Target) => target.url().startsWith(`${this.origin}/popup.html`);
    const opened = this.browser.waitForTarget(isPopup);
    await extension.triggerAction(page);
    const popup = await (await opened).asPage();
    await popup.waitForSelector('body > *');
    return popup;
  }

  allow(origin: string): Promise<void> {
    return this.permission('addHostPermission', origin);
  }

  revoke(origin: string): Promise<void> {
    return this.permission('removeHostPermission', origin);
  }

  private async permission(
    call: 'addHostPermission' | 'removeHostPermission',
    origin: string,
  ): Promise<void> {
    const { protocol, hostname } = new URL(origin);
    await this.onExtensionsPage(
      `chrome.developerPrivate.${call}('${this.id}', '${protocol}//${hostname}/*', done)`,
    );
  }

  /** Runs a call with `done` as its callback on the browser's own page of extensions. */
  private async onExtensionsPage(call: string): Promise<void> {
    const page = await this.open('chrome://extensions');
    await page.evaluate(`new Promise((done) => ${call})`);
    await page.close();
  }

  reloadExtension(): Promise<void> {
    return this.asDeveloper(`chrome.developerPrivate.reload('${this.id}', {}, done)`);
  }

  setEnabled(enabled: boolean): Promise<void> {
    return this.asDeveloper(`chrome.management.setEnabled('${this.id}', ${enabled}, done)`);
  }

  /** What was loaded from a folder is loaded a second time for developers only. */
  private asDeveloper(call: string): Promise<void> {
    return this.onExtensionsPage(
      `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () => ${call})`,
    );
  }

  async killBackground(): Promise<void> {
    const session = await this.browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    for (const info of targetInfos) {
      if (info.type === 'service_worker' && info.url.startsWith(this.origin)) {
        await session.send('Target.closeTarget', { targetId: info.targetId });
      }
    }
    await session.detach();
  }

  async inBackground<T>(code: string): Promise<T> {
    return (await this.worker()).evaluate(code) as Promise<T>;
  }

  private async worker(): Promise<WebWorker> {
    const target = await this.browser.waitForTarget(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(this.origin),
    );
    const worker = await target.worker();
    if (!worker) throw new Error('the background is not running');
    return worker;
  }

  async foreignRequests(): Promise<string[]> {
    await this.close(false);
    const log = JSON.parse(await readFile(this.log, 'utf8')) as NetLog;
    const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
    const foreign = log.events
      .filter((event) => event.type === start && event.params?.url)
      .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }))
      // What the browser asks for by itself (updates, the time) has no origin behind it.
      .filter(({ url, initiator }) => initiator.includes('://') && !this.isFree(url, initiator))
      .map(({ url, initiator }) => `${url} (by ${initiator})`);
    await rm(this.folder, { recursive: true, force: true });
    return foreign;
  }

  /** The extension may ask for its own files; a page of the tests for whatever is on this machine. */
  private isFree(url: string, initiator: string): boolean {
    return initiator.startsWith('chrome-extension:') ? url.startsWith(this.origin) : isLocal(url);
  }

  async close(clean = true): Promise<void> {
    this.closed ??= this.browser.close();
    await this.closed;
    if (clean) await rm(this.folder, { recursive: true, force: true });
  }
}

interface NetLog {
  constants: { logEventTypes: { URL_REQUEST_START_JOB: number } };
  events: { type: number; params?: { url?: string; initiator?: string } }[];
}

function isLocal(url: string): boolean {
  return /^(?:chrome|chrome-extension|devtools|data|blob|about|file):|^https?:\/\/(?:localhost|127\.0\.0\.1)[:/]/.test(
    url,
  );
}
