// The layers of a tab in Firefox, asked the same questions as in Chromium.
import type { Frame, Page } from 'puppeteer-core';
import { FirefoxLayer } from '../e2e/driver/firefox-layer.ts';
import { until } from '../e2e/driver/layer.ts';
import type { Box } from './layer.ts';

export class FirefoxProbe {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** All marks that can be seen, in every frame. */
  async marks(): Promise<(Box & { onPage: Box; label: string })[]> {
    const found = this.#page.frames().map(async (frame) => {
      const marks = await new FirefoxLayer(this.#page, frame).marks();
      if (marks.length === 0) return [];
      const corner = await cornerOf(frame);
      return marks.map((mark) => ({ ...mark, onPage: moved(mark, corner) }));
    });
    return (await Promise.all(found)).flat();
  }

  /** The open card, in whatever frame it stands; its actions are where a mouse finds them. */
  async card() {
    for (const frame of this.#page.frames()) {
      const card = await new FirefoxLayer(this.#page, frame).card();
      if (!card) continue;
      const corner = await cornerOf(frame);
      const actions = Object.entries(card.actions).map(([name, box]) => [name, moved(box, corner)] as const);
      return {
        ...card,
        onPage: moved(card, corner),
        actions: Object.fromEntries(actions) as Record<string, Box>,
      };
    }
    return null;
  }

  async exists(): Promise<boolean> {
    const found = this.#page.frames().map((frame) => new FirefoxLayer(this.#page, frame).exists());
    return (await Promise.all(found)).includes(true);
  }

  until<T>(wanted: () => Promise<T | null | false>, what: string, limit = 5000): Promise<T> {
    return until(wanted, what, limit);
  }

  firstMark(limit = 5000) {
    return this.until(async () => (await this.marks())[0] ?? null, 'a mark', limit);
  }
}

function moved<T extends Box>(box: T, by: { x: number; y: number }): T {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}

/** Where a frame's own corner stands in the page's window. */
async function cornerOf(frame: Frame): Promise<{ x: number; y: number }> {
  let corner = { x: 0, y: 0 };
  for (let at = frame; at.parentFrame(); at = at.parentFrame()!) {
    const element = await at.frameElement();
    const box = await element?.evaluate((held) => {
      const { x, y } = held.getBoundingClientRect();
      return { x: x + (held as HTMLElement).clientLeft, y: y + (held as HTMLElement).clientTop };
    });
    if (box) corner = { x: corner.x + box.x, y: corner.y + box.y };
  }
  return corner;
}
