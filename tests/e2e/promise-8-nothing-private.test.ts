// Promise 8: nothing private is drawn in a page. The page looks for an own note's words by every way that was found
// to see into a closed root: searching, extending the selection from there, and (Firefox) walking up from a text node.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import { kept } from './own-page.ts';
import { BROWSER, HINTED, openCard, press, rest, type Stage, setStage, turnOn, type } from './stage.ts';

const TITLE = 'Quarterzirconium';
const BODY = 'Petrakovskaya leaves in autumn.';
const TRIGGER = 'rewrite billing';
/** Speaks to a note about what one may decide alone, which shows in the panel only. */
const EMBARRASSING = 'I overstepped. Should I have asked my manager before I signed it off?';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const own = await stage.driver.openOwn(`library.html#new=${TITLE}`);
  await own.bringToFront();
  await own.waitForSelector('#own-body');
  await own.focus('#own-body');
  await own.keyboard.type(BODY);
  await own.evaluate(() => {
    document.querySelector('#own-triggers')?.closest('details')?.setAttribute('open', '');
  });
  await own.focus('#own-triggers');
  await own.keyboard.type(TRIGGER);
  await kept(own);
  await own.close();
  const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
  await turnOn(stage.driver, page, stage.server.origin);
  await page.close();
});
afterAll(() => stage?.close());

/** All text that a page's own script can get at around what we draw. */
const seenByPage = (page: Page, words: readonly string[]) =>
  page.evaluate((searched) => {
    const seen: string[] = [];
    const find = (globalThis as unknown as { find(text: string): boolean }).find.bind(globalThis);
    const selection = getSelection()!;
    for (const word of searched) {
      selection.removeAllRanges();
      if (!find(word)) continue;
      seen.push(`found ${word}`);
      for (const direction of ['forward', 'backward'] as const) {
        selection.modify('extend', direction, 'documentboundary');
        seen.push(String(selection));
      }
      const root = selection.anchorNode?.getRootNode();
      if (root instanceof ShadowRoot) seen.push(root.textContent ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      if (element.shadowRoot) seen.push(element.shadowRoot.textContent ?? '');
    }
    return seen.join('\n');
  }, words);

describe(`promise 8 in ${BROWSER}: nothing private is drawn in a page`, () => {
  it('an own note that speaks to a paragraph cannot be read there', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/prosemirror/`);
    await type(page, HINTED);
    const card = await openCard(driver, page);
    await press(page, card.actions.more ?? card.actions['not-here']!);
    const seen = await seenByPage(page, [
      TITLE,
      'Petrakovskaya',
      'autumn',
      'Why here',
      'Useful',
      'Source',
      'One',
    ]);
    for (const word of [TITLE, 'Petrakovskaya', 'autumn']) expect(seen).not.toContain(word);
    expect((await page.content()).includes(TITLE)).toBe(false);
    await page.close();
  });

  it('draws no field for text into a page', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/prosemirror/`);
    await type(page, HINTED);
    await openCard(driver, page);
    await page.keyboard.press('Tab');
    await until(async () => (await layerOf(driver, page).card())?.active, 'an action to be active');
    const editable = await page.evaluate(() => {
      const { activeElement } = document;
      return [activeElement?.localName, document.querySelectorAll('input, textarea').length];
    });
    expect(editable).toEqual(['div', 0]);
    await page.close();
  });

  it('marks nothing for a note that would embarrass on a shared screen; the panel has it', async () => {
    const { driver, server } = stage;
    const page = await driver.open(`${server.origin}/contenteditable/`);
    await type(page, EMBARRASSING);
    const own = await driver.openOwn('options.html');
    // A page that is not seen is not read.
    await page.bringToFront();
    const hint = await until(
      () =>
        own.evaluate(
          `((api) => api.tabs.query({})
            .then((tabs) => api.runtime.sendMessage({ kind: 'tab', tab: tabs.find((tab) => tab.url?.endsWith('/contenteditable/')).id }))
            .then((state) => [...state.hints, ...state.possible].find(({ place }) => place === 'panel')))(globalThis.browser ?? chrome)`,
        ) as Promise<{ note: string } | undefined>,
      'a hint for the panel',
    );
    expect(hint.note).not.toBe('');
    await own.close();
    await page.bringToFront();
    await rest(page);
    expect(await layerOf(driver, page).marks()).toEqual([]);
    await page.close();
  });
});
