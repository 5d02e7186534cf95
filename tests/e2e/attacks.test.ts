// A page that turns against Staffwise (research: trust.md): it hides, moves, covers or removes what is drawn,
// forges events, breaks the language under it, or is simply too much. In both browsers.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import {
  BROWSER,
  firstMark,
  HINTED,
  inOwnPage,
  openCard,
  press,
  rest,
  type Stage,
  setStage,
  turnOn,
  type,
} from './stage.ts';

const HOST = 'staffwise-layer';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const page = await stage.driver.open(`${stage.server.origin}/contenteditable/`);
  await turnOn(stage.driver, page, stage.server.origin);
  await page.close();
});
afterAll(() => stage?.close());

async function openEditor(editor = 'contenteditable'): Promise<Page> {
  const page = await stage.driver.open(`${stage.server.origin}/${editor}/`);
  await page.bringToFront();
  return page;
}

const card = (page: Page) => layerOf(stage.driver, page).card();
const text = (page: Page) => page.evaluate(() => window.probe.model());

describe(`a hostile page in ${BROWSER}, a card open`, () => {
  let page: Page;

  beforeAll(async () => {
    page = await openEditor();
    await type(page, HINTED);
  });
  afterAll(() => page.close());
  beforeEach(async () => {
    if (!(await card(page))) await openCard(stage.driver, page);
  });

  it('cannot hide, move, size or blend the layer, by rule, sheet, animation or inline', async () => {
    const attacks: [property: string, value: string][] = [
      ['opacity', '0'],
      ['visibility', 'hidden'],
      ['display', 'none'],
      ['transform', 'translateX(300px)'],
      ['scale', '9'],
      ['translate', '90px'],
      ['filter', 'opacity(0)'],
      ['clip-path', 'inset(100%)'],
      ['mask', 'linear-gradient(transparent, transparent)'],
      ['mix-blend-mode', 'difference'],
      ['content-visibility', 'hidden'],
      ['zoom', '4'],
      ['left', '500px'],
      ['width', '500px'],
      ['pointer-events', 'auto'],
    ];
    const changed = await page.evaluate(
      (tag, all) => {
        const host = document.querySelector<HTMLElement>(tag)!;
        return all.filter(([name, value]) => {
          const before = getComputedStyle(host).getPropertyValue(name);
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`${tag}, html > * { ${name}: ${value} !important; }`);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          host.style.setProperty(name, value, 'important');
          const moving = host.animate([{ [name]: value }, { [name]: value }], { duration: 9e6 });
          const after = getComputedStyle(host).getPropertyValue(name);
          moving.cancel();
          host.removeAttribute('style');
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
          return after !== before;
        });
      },
      HOST,
      attacks,
    );
    expect(changed).toEqual([]);
  });

  it('can make nothing happen by events of its own, on the layer or (Firefox) on every node in it', async () => {
    const before = (await card(page))!;
    const reached = await page.evaluate((tag) => {
      const targets: EventTarget[] = [document.querySelector(tag)!, document.body, document, window];
      const selection = getSelection()!;
      const caret = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
      (globalThis as unknown as { find(text: string): boolean }).find('Why here');
      const root = selection.anchorNode?.getRootNode();
      if (root instanceof ShadowRoot) targets.push(root, ...root.querySelectorAll('*'));
      selection.removeAllRanges();
      if (caret) selection.addRange(caret);
      const at = { clientX: 1, clientY: 1, bubbles: true, composed: true, cancelable: true };
      for (const target of targets) {
        for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchstart']) {
          target.dispatchEvent(new MouseEvent(name, at));
        }
        for (const key of ['ArrowRight', 'Enter', 'Escape', 'x']) {
          target.dispatchEvent(new KeyboardEvent('keydown', { key, ...at }));
        }
        target.dispatchEvent(new FocusEvent('focus', at));
        if (target instanceof HTMLElement && target !== document.body) target.click();
      }
      return targets.length;
    }, HOST);
    expect(reached).toBeGreaterThanOrEqual(4);
    const after = await card(page);
    expect(after?.text).toBe(before.text);
    expect(after?.active).toBeNull();
  });

  it('cannot have a press land through a cover that lets the pointer pass, nor hide its coming', async () => {
    const { actions } = (await card(page))!;
    await page.evaluate(() => {
      for (const name of ['toggle', 'beforetoggle']) {
        for (const target of [window, document]) {
          target.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
        }
      }
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.popover = 'manual';
      cover.style.cssText =
        'inset: 0; width: 100vw; height: 100vh; margin: 0; background: #fff; pointer-events: none';
      document.documentElement.append(cover);
      cover.showPopover();
    });
    await rest(page, 100);
    await press(page, actions.useful!);
    await rest(page, 100);
    const after = await card(page);
    expect(after?.actions.undo).toBeUndefined();
    await page.evaluate(() => document.querySelector('#cover')!.remove());
  });
});

describe(`a hostile page in ${BROWSER}`, () => {
  it('may take the layer away for ever: Staffwise retires, says why, and the editor lives', async () => {
    const page = await openEditor();
    await type(page, HINTED);
    await firstMark(stage.driver, page);
    await page.evaluate((tag) => {
      const removeAll = () => {
        for (const host of document.querySelectorAll(tag)) host.remove();
      };
      new MutationObserver(removeAll).observe(document.documentElement, { childList: true });
      removeAll();
    }, HOST);
    const own = await stage.driver.openOwn('options.html');
    await page.bringToFront();
    await until(async () => {
      await page.keyboard.type(' y');
      await rest(page, 900);
      return inOwnPage<boolean>(
        own,
        `api.tabs.query({}).then((tabs) => api.runtime.sendMessage({ kind: 'tab',
          tab: tabs.find((tab) => tab.url?.endsWith('/contenteditable/')).id })).then((state) => state.retired === 'fought')`,
      );
    }, 'Staffwise to retire');
    const before = await text(page);
    await page.keyboard.type('z');
    expect(await text(page)).not.toBe(before);
    await own.close();
    await page.close();
  }, 40_000);

  it('may redefine what the language is made of', async () => {
    const page = await openEditor();
    await page.evaluate(() => {
      const broken = () => {
        throw new Error('mine');
      };
      for (const name of [
        'getBoundingClientRect',
        'attachShadow',
        'matches',
        'closest',
        'animate',
      ] as const) {
        Object.defineProperty(Element.prototype, name, { value: broken, configurable: true });
      }
      Object.defineProperty(Document.prototype, 'createTreeWalker', { value: broken });
      Object.defineProperty(HTMLElement.prototype, 'showPopover', { value: broken });
      for (const name of ['map', 'filter', 'push', 'includes'] as const) {
        Object.defineProperty(Array.prototype, name, { value: broken, configurable: true });
      }
    });
    // No question may be asked in the page's own, broken world until the layer is there.
    await page.keyboard.press('Tab');
    await page.keyboard.type(HINTED);
    const layer = layerOf(stage.driver, page);
    await until(() => layer.exists(), 'the layer');
    await page.close();
  });

  it.each<[string, () => void]>([
    [
      'a storm of changes',
      () => {
        const last = document.querySelector('#editor')!.appendChild(document.createElement('p'));
        last.textContent = '0';
        const end = performance.now() + 2000;
        const storm = () => {
          for (let turn = 0; turn < 400; turn++) last.firstChild!.replaceWith(`${turn}`);
          if (performance.now() < end) setTimeout(storm);
          else document.documentElement.dataset.done = '';
        };
        storm();
      },
    ],
    [
      'a megabyte in one text node',
      () => {
        const last = document.querySelector('#editor')!.appendChild(document.createElement('p'));
        last.textContent = 'word '.repeat(200_000);
        document.documentElement.dataset.done = '';
      },
    ],
    [
      // Ten thousand stop Chromium by themselves, two thousand Firefox, with or without us.
      `${BROWSER === 'firefox' ? 500 : 2000} levels`,
      () => {
        let at: Element = document.querySelector('#editor')!.appendChild(document.createElement('p'));
        const levels = navigator.userAgent.includes('Firefox') ? 500 : 2000;
        for (let level = 0; level < levels; level++) at = at.appendChild(document.createElement('span'));
        at.textContent = 'deep';
        document.documentElement.dataset.done = '';
      },
    ],
    [
      'twenty thousand paragraphs',
      () => {
        const root = document.querySelector('#editor')!;
        for (let index = 0; index < 20_000; index++) {
          const paragraph = document.createElement('p');
          paragraph.textContent = `Paragraph ${index} says little.`;
          root.append(paragraph);
        }
        document.documentElement.dataset.done = '';
      },
    ],
  ])(
    'may be too much (%s): the mark is there afterward, and the editor takes keys',
    async (_name, flood) => {
      const page = await openEditor();
      await type(page, HINTED);
      await firstMark(stage.driver, page);
      await page.evaluate(flood);
      await page.waitForSelector('html[data-done]', { timeout: 20_000 });
      await rest(page);
      await firstMark(stage.driver, page);
      const before = (await text(page)).length;
      await page.keyboard.type('z');
      expect((await text(page)).length).toBeGreaterThan(before);
      await page.close();
    },
    40_000,
  );
});
