// The page script on the sites that are on: registered = turned on ∩ granted, whatever happens in between.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  isGranted,
  originOf,
  patternOf,
  releaseSite,
  scriptPatternOf,
  watchGrants,
} from '../platform/permissions.ts';
import { stored } from '../platform/storage.ts';
import { sites } from '../settings/settings.ts';

const SCRIPT_ID = 'page';
const PAGE_SCRIPT = 'page.js';
const DOCS_SCRIPT_ID = 'docs-bridge';
const DOCS_ORIGIN = 'https://docs.google.com';

/**
 * Origins whose open pages have the page script of this run of the extension. The browser forgets them with the run
 * (an update, a restart, disabled and enabled again), and keeps them while the background sleeps.
 */
const reached = stored('reachedSites', v.array(v.string()), [], 'session');

/** Tells open pages of an origin that they are off. */
export type Leave = (origin: string) => void;

/** Keeps the registration right from now on; every change goes through one serialized queue. */
export class SiteRegistration {
  private queue: Promise<void> = Promise.resolve();
  private on: ReadonlySet<string> = new Set();

  constructor(private readonly leave: Leave) {}

  /** Registers what is on, injects into open tabs, and follows settings and grants until `signal` aborts. */
  start(signal: AbortSignal): Promise<void> {
    sites.watch(() => void this.refresh(), signal);
    watchGrants(() => void this.refresh(), signal);
    return this.refresh();
  }

  /** Whether a page of this origin may run the page script now. */
  isOn(origin: string | null): boolean {
    return origin !== null && this.on.has(origin);
  }

  /** Brings the registration in line; calls made meanwhile run after it, in order. */
  refresh(): Promise<void> {
    this.queue = this.queue.then(() => this.bringInLine()).catch((error) => console.error('sites:', error));
    return this.queue;
  }

  private async bringInLine(): Promise<void> {
    const wanted: string[] = [];
    for (const origin of await sites.get()) if (await isGranted(origin)) wanted.push(origin);
    const before = this.on;
    this.on = new Set(wanted);
    await register(wanted);
    for (const origin of before) if (!this.on.has(origin)) this.leave(origin);
    const known = await reached.get();
    for (const origin of wanted) if (!known.includes(origin)) void inject(origin);
    if (`${known}` !== `${wanted}`) await reached.set(wanted);
  }
}

/** Turns a site off: out of the settings, and its grant back to the browser. */
export async function turnOff(origin: string): Promise<void> {
  await sites.set((await sites.get()).filter((site) => site !== origin));
  await releaseSite(origin);
}

async function register(origins: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (registered.length > 0) await browser.scripting.unregisterContentScripts();
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [PAGE_SCRIPT],
      matches: [...new Set(origins.map(scriptPatternOf))],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
    ...(origins.includes(DOCS_ORIGIN) ? [docsBridge()] : []),
  ] as never);
}

/** Google Docs asks whether an extension may annotate while it loads: page world, document start. */
function docsBridge() {
  return {
    id: DOCS_SCRIPT_ID,
    js: ['docs-bridge.js'],
    matches: [`${DOCS_ORIGIN}/document/*`],
    runAt: 'document_start',
    world: 'MAIN',
    persistAcrossSessions: true,
  };
}

/**
 * Registration reaches pages that load from now on; open ones get the script here, once: a background that only
 * wakes finds it there. After an update or when the extension was disabled, what is there is an older run's.
 */
async function inject(origin: string): Promise<void> {
  for (const tab of await browser.tabs.query({ url: patternOf(origin) })) {
    if (tab.id === undefined || originOf(tab.url) !== origin) continue;
    await browser.scripting
      .executeScript({
        target: { tabId: tab.id, allFrames: true },
        files: [PAGE_SCRIPT as never],
        // A page that never ends loading has a text all the same.
        injectImmediately: true,
      })
      // A tab that is closing, discarded or shows an error page cannot be reached, and need not be.
      .catch(() => undefined);
  }
}

/** Has the page script of a tab read rendered text too: the person opened the panel on it. */
export async function readRendered(tab: number): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId: tab, allFrames: true },
      // Runs in the page script's own world, and can use nothing of this file.
      func: () => {
        const world = globalThis as { [name: symbol]: (() => void) | undefined };
        world[Symbol.for('staffwise.readRendered')]?.();
      },
    })
    // Where the site is off there is no script to ask.
    .catch(() => undefined);
}
