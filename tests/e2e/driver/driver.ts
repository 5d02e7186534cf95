// One way to drive Staffwise in Chromium and in Firefox: what tests, screenshots and `npm start` stand on.
import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Host names that are answered by the pages of tests/, by name: `acme.atlassian.net` → port on this machine. */
  hosts?: Readonly<Record<string, number>>;
  headless?: boolean;
  /** Folder of the built extension; without it the browser runs without Staffwise. */
  extension?: string | null;
  /** Profile to use instead of a throw-away one. */
  profile?: string;
  window?: { width: number; height: number };
  scheme?: 'light' | 'dark';
  /** For a person instead of a test: the web is reachable, nothing is recorded, and the browser asks them. */
  forPerson?: boolean;
  /** For pictures: nothing moves, as for a person who asked their system for that. */
  still?: boolean;
  /** Pixels of a picture for each pixel of a page; Chromium only. */
  density?: number;
}

/** A running browser with Staffwise in it. */
export interface Driver {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `chrome-extension://<id>` or `moz-extension://<uuid>`. */
  readonly origin: string;
  /** Opens a page of the web in a new tab. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension in a new tab and waits until it has drawn something. */
  openOwn(path: string): Promise<Page>;
  /**
   * Opens the popup for a page: in Chromium the real one by its own action; in Firefox, where no driver reaches it,
   * the popup's page in a tab.
   */
  openPopup(page: Page): Promise<Page>;
  /** Lets the browser's next request for this origin be granted: the press on our button is still needed. */
  allow(origin: string): Promise<void>;
  /** Takes a grant away, as the browser's own settings would. */
  revoke(origin: string): Promise<void>;
  /** Kills the background as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Loads the extension anew, as an update does, with every page left open. */
  reloadExtension(): Promise<void>;
  /** Disables the extension, or enables it again, as the browser's own page of extensions does. */
  setEnabled(enabled: boolean): Promise<void>;
  /** Runs a function in the background's world. */
  inBackground<T>(code: string): Promise<T>;
  /** Addresses that were requested by the extension, or by anything beyond the machine. */
  foreignRequests(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Starts a browser. With Staffwise in it, its welcome page stands open already: it comes to the front by itself, and
 * would hide whatever a test had opened before.
 */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  const start =
    name === 'chromium'
      ? (await import('./chromium.ts')).launchChromium
      : (await import('./firefox.ts')).launchFirefox;
  return start(options);
}
