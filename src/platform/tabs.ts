// Tabs and pages of our own, as the popup, the panel and the welcome page need them.
import { type Browser, browser } from 'wxt/browser';

/** The tab that a page of ours speaks of. */
export interface ShownTab {
  id: number;
  url: string;
  title: string;
}

/** Pages of ours that can be opened in a tab. */
export type OwnPage = 'library' | 'newtab' | 'options' | 'record' | 'sidepanel' | 'welcome';

function shown(tab: Browser.tabs.Tab | undefined): ShownTab | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
}

/** The tab in front; where a page of ours stands in that tab itself, the one that was in front before it. */
export async function tabInFront(): Promise<ShownTab | null> {
  const [tabs, own] = await Promise.all([
    browser.tabs.query({ currentWindow: true }),
    browser.tabs.getCurrent(),
  ]);
  const others = tabs.filter((tab) => tab.id !== own?.id);
  const latest = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  return shown(own ? latest : (tabs.find((tab) => tab.active) ?? latest));
}

/** Calls `changed` when another tab comes to the front, or its page changes, until `signal` aborts. */
export function watchTabInFront(changed: () => void, signal: AbortSignal): void {
  const updated = (_id: number, change: { url?: string; status?: string }) => {
    if (change.url || change.status === 'complete') changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

/** Opens a page of ours in a new tab; `hash` without #. */
export async function openOwnPage(page: OwnPage, hash = ''): Promise<void> {
  const address = `/${page}.html${hash && `#${hash}`}`;
  await browser.tabs.create({ url: browser.runtime.getURL(address as never) });
}

/** Opens a page of the web in a new tab. */
export async function openAddress(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Whether this is Firefox: it has a sidebar that pages cannot open, and no page to hand the new tab back to. */
export const isFirefox: boolean = import.meta.env.FIREFOX;

/**
 * Shows the browser's own new tab in the tab of this page.
 * Firefox has none that can be opened (research of November 2026): there an empty page.
 */
export async function showBrowsersNewTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  await browser.tabs.update(tab.id, { url: isFirefox ? 'about:blank' : 'chrome://new-tab-page/' });
}

/** Opens the browser's page on which keys of extensions are set. */
export async function openKeySettings(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings.call(browser.commands);
  else await openAddress('chrome://extensions/shortcuts');
}

/** The extension's commands with their keys, empty where none is set. */
export async function commandKeys(): Promise<{ name: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, shortcut }) => ({ name: name ?? '', keys: shortcut ?? '' }));
}
