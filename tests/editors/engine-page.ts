// One page of a real editor in a browser, and the questions that every engine is asked.
import type { KeyInput, Page } from 'puppeteer-core';
import type { Driver } from '../e2e/driver/driver.ts';
import type { Probe } from './engines/present.ts';
import { FirefoxProbe } from './firefox-probe.ts';
import { type Box, LayerProbe } from './layer.ts';

declare global {
  interface Window {
    engine: Probe;
    seen: string[];
    readBlocks(root: Element): string[];
  }
}

/** What an editor's own state looks like after a run of keys. */
export interface EditorState {
  html: string;
  model: string;
  undoDepth: number;
}

export class EnginePage {
  readonly page: Page;
  readonly layer: LayerProbe | FirefoxProbe;

  constructor(page: Page) {
    this.page = page;
    this.layer = lookInto(page);
  }

  static async open(driver: Driver, origin: string, engine: string, around: string, passage: string) {
    const query = new URLSearchParams({ in: around, passage });
    const page = await driver.open(`${origin}/${engine}/?${query}`);
    await page.waitForSelector('html[data-ready]');
    return new EnginePage(page);
  }

  /**
   * The same, with a clock that stands but for `tick`: editors group what can be undone by time, and two runs at the
   * pace of a busy machine would differ by themselves.
   */
  static async openTimed(driver: Driver, origin: string, engine: string, around: string, passage: string) {
    const page = await driver.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const started = Date.now();
      const outer = window.top as Window & { clock?: number };
      outer.clock ??= 0;
      Date.now = () => started + outer.clock!;
    });
    await page.goto(`${origin}/${engine}/?${new URLSearchParams({ in: around, passage })}`);
    await page.waitForSelector('html[data-ready]');
    const editor = new EnginePage(page);
    editor.#timed = true;
    return editor;
  }

  #timed = false;

  /** Lets the page's own clock go on. */
  async tick(milliseconds: number): Promise<void> {
    if (!this.#timed) return;
    await this.page.evaluate((more) => {
      (window as Window & { clock?: number }).clock! += more;
    }, milliseconds);
  }

  /** Where some words of the editor's text stand, in the page's window and in the text's own. */
  async words(text: string): Promise<{ onPage: Box; own: Box }> {
    const found = await this.page.evaluate((wanted) => {
      const root = window.engine.root();
      const view = root.ownerDocument.defaultView!;
      const rectOf = (): DOMRect | undefined => {
        if (root.tagName === 'TEXTAREA') return fieldRect(root as HTMLTextAreaElement, wanted);
        const walker = root.ownerDocument.createTreeWalker(root, 4);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.replaceAll('\u00a0', ' ').indexOf(wanted.slice(0, 12));
          if (at < 0) continue;
          const range = root.ownerDocument.createRange();
          range.setStart(node, at);
          range.setEnd(node, Math.min(at + wanted.length, (node as Text).data.length));
          return range.getClientRects()[0];
        }
        return undefined;
      };
      function fieldRect(field: HTMLTextAreaElement, words: string): DOMRect | undefined {
        const copy = document.createElement('div');
        const style = getComputedStyle(field);
        for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
        copy.style.cssText += ';position:fixed;left:0;top:0;height:auto;white-space:pre-wrap;resize:none';
        copy.textContent = field.value;
        (field.getRootNode() as Document | ShadowRoot).querySelector('.place')!.append(copy);
        const range = document.createRange();
        const at = field.value.indexOf(words);
        range.setStart(copy.firstChild!, at);
        range.setEnd(copy.firstChild!, at + words.length);
        const rect = range.getClientRects()[0]!;
        const from = copy.getBoundingClientRect();
        copy.remove();
        const box = field.getBoundingClientRect();
        return new DOMRect(
          rect.x - from.x + box.x,
          rect.y - from.y + box.y - field.scrollTop,
          rect.width,
          rect.height,
        );
      }
      const rect = rectOf();
      if (!rect) return null;
      const own = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      // A copy: Firefox's driver sends one object once.
      let onPage = { ...own };
      // Out through every frame, each of which may be scaled by what it stands in.
      for (let inner: Window = view; inner !== window && inner.frameElement; inner = inner.parent) {
        const frame = inner.frameElement as HTMLElement;
        const outer = frame.getBoundingClientRect();
        const scale = outer.width / frame.offsetWidth;
        onPage = {
          x: outer.x + (frame.clientLeft + onPage.x) * scale,
          y: outer.y + (frame.clientTop + onPage.y) * scale,
          width: onPage.width * scale,
          height: onPage.height * scale,
        };
      }
      return { own, onPage };
    }, text);
    if (!found) throw new Error(`the editor does not show "${text}"`);
    return found;
  }

  /** Puts the caret into some words with the mouse. */
  async clickWords(text: string): Promise<void> {
    const { onPage } = await this.words(text);
    await this.page.mouse.click(onPage.x + onPage.width / 2, onPage.y + onPage.height / 2);
  }

  /** The blocks that the page script's readers see. */
  async blocks(reader: string): Promise<string[]> {
    await this.page.addScriptTag({ url: reader });
    return this.page.evaluate(() => window.readBlocks(window.engine.root()));
  }

  /** Presses keys one by one, each when the editor has taken in the one before; `Control+c` holds the first. */
  async keys(...keys: string[]): Promise<void> {
    const { keyboard } = this.page;
    for (const chord of keys) {
      const [key, ...held] = chord.split('+').reverse() as KeyInput[];
      for (const modifier of held) await keyboard.down(modifier);
      await keyboard.press(key!);
      for (const modifier of held) await keyboard.up(modifier);
      await this.settle();
    }
  }

  /** Milliseconds that an editor needs between two keys beyond two frames. */
  pace = 0;

  /** Two frames: editors take a moved selection in with an event that comes later. */
  async settle(): Promise<void> {
    await this.tick(this.pace + 40);
    await this.page.evaluate(
      (pace) =>
        new Promise((next) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next, pace))),
        ),
      this.pace,
    );
  }

  /** Composes a word as an input method does. */
  async compose(word: string): Promise<void> {
    const session = await this.page.createCDPSession();
    for (let length = 1; length <= word.length; length++) {
      const text = word.slice(0, length);
      await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    }
    await session.send('Input.insertText', { text: word });
    await this.settle();
    await session.detach();
  }

  /** Lets more than the pause and an answer go by: then a mark stands where there is one. */
  async pause(): Promise<void> {
    await this.tick(2000);
    await this.page.evaluate(() => new Promise((next) => setTimeout(next, 1000)));
  }

  state(): Promise<EditorState> {
    return this.page.evaluate(() => ({
      html: window.engine.html(),
      model: window.engine.model(),
      undoDepth: window.engine.undoDepth(),
    }));
  }

  /** Starts to write down what reaches the page; `heard` gives it. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      window.seen = [];
      const root = window.engine.root();
      const view = root.ownerDocument.defaultView!;
      for (const from of new Set([window, view])) {
        for (const name of [
          'pointerdown',
          'mousedown',
          'mouseup',
          'click',
          'keydown',
          'keyup',
          'blur',
          'focusout',
          'selectionchange',
        ]) {
          from.addEventListener(name, () => window.seen.push(name), true);
          from.document.addEventListener(name, () => window.seen.push(name), true);
        }
      }
    });
  }

  heard(): Promise<string[]> {
    return this.page.evaluate(() => [...new Set(window.seen)]);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** What Staffwise draws in a page: Firefox is driven by another protocol, which a page knows nothing of. */
export function lookInto(page: Page): LayerProbe | FirefoxProbe {
  return process.env.STAFFWISE_BROWSER === 'firefox' ? new FirefoxProbe(page) : new LayerProbe(page);
}
