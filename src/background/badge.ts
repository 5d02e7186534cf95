// The number of open things of a tab on the toolbar icon; off at first.
import { browser } from 'wxt/browser';
import type { TabState } from '../platform/messages.ts';
import { badge } from '../settings/settings.ts';
import type { Pages } from './pages.ts';

const GROUND = '#13201a';

/** What is open in a tab: gaps, findings of checks, and hints that are sure. */
export function openThings({ sections, checks, hints, presenting, snoozedUntil }: TabState): number {
  if (presenting || snoozedUntil > 0) return 0;
  return sections.filter(({ present }) => !present).length + checks.length + hints.length;
}

/** Keeps the badge of each tab until `signal` aborts. */
export async function startBadge(pages: Pages, signal: AbortSignal): Promise<void> {
  const write = async (tab: number, on: boolean) => {
    const count = on ? openThings(await pages.stateOf(tab)) : 0;
    await browser.action.setBadgeText({ tabId: tab, text: count > 0 ? `${count}` : '' });
  };
  const quietly = (tab: number, on: boolean) =>
    // The tab may have been closed since its page changed.
    void write(tab, on).catch(() => undefined);
  let shown = await badge.get();
  badge.watch((on) => {
    shown = on;
    for (const tab of pages.tabs()) quietly(tab, on);
  }, signal);
  const stop = pages.watch((tab) => {
    if (shown) quietly(tab, true);
  });
  signal.addEventListener('abort', stop);
  await browser.action.setBadgeBackgroundColor({ color: GROUND });
}
