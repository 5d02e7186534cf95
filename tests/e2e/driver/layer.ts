// What Staffwise draws in a page, looked at in the same way in both browsers.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { LayerProbe } from '../../editors/layer.ts';
import type { Driver } from './driver.ts';
import { FirefoxLayer } from './firefox-layer.ts';

export interface DrawnBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The marks and the card of a tab. */
export interface DrawnLayer {
  marks(): Promise<(DrawnBox & { label: string })[]>;
  card(): Promise<{ text: string; active: string | null; actions: Record<string, DrawnBox> } | null>;
  exists(): Promise<boolean>;
}

/** The layer of a page, as its browser lets a driver see it. */
export function layerOf(driver: Driver, page: Page): DrawnLayer {
  return driver.name === 'chromium' ? new LayerProbe(page) : new FirefoxLayer(page);
}

/** Looking costs the page time: not more often than it draws. */
const BETWEEN_LOOKS = 25;

/** Asks until there is an answer; @throws after `limit` ms, naming what was waited for */
export async function until<T>(
  ask: () => Promise<T | null | false | undefined>,
  what: string,
  limit = 10_000,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited ${limit} ms for ${what}`);
    await pause(BETWEEN_LOOKS);
  }
}
