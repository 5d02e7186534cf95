// The layer of a tab in Firefox, asked the same questions as in Chromium. Its frames cannot be looked into.
import type { Page } from 'puppeteer-core';
import { FirefoxLayer } from '../e2e/driver/firefox-layer.ts';
import { until } from '../e2e/driver/layer.ts';
import type { Box } from './layer.ts';

export class FirefoxProbe {
  readonly #layer: FirefoxLayer;

  constructor(page: Page) {
    this.#layer = new FirefoxLayer(page);
  }

  /** All marks that can be seen. */
  async marks(): Promise<(Box & { onPage: Box; label: string })[]> {
    return (await this.#layer.marks()).map((mark) => ({ ...mark, onPage: mark }));
  }

  card() {
    return this.#layer.card();
  }

  exists(): Promise<boolean> {
    return this.#layer.exists();
  }

  until<T>(wanted: () => Promise<T | null | false>, what: string, limit = 5000): Promise<T> {
    return until(wanted, what, limit);
  }

  firstMark(limit = 5000) {
    return this.until(async () => (await this.marks())[0] ?? null, 'a mark', limit);
  }
}
