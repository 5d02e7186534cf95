// Promise 1: it never edits your text. The same steps are done with Staffwise and without, and nothing differs:
// not the page, not the engine's model, not what can be undone, not one event.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, HINTED, openCard, type Stage, setStage, turnOn, type } from './stage.ts';

const EDITORS = ['prosemirror', 'textarea', 'contenteditable'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

async function typedEditor(editor: string): Promise<Page> {
  const page = await stage.driver.open(`${stage.server.origin}/${editor}/`);
  await type(page, HINTED);
  return page;
}

/** All that a page could tell from itself. */
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    body: document.body.outerHTML,
    head: document.head.outerHTML,
    attributes: document.documentElement.getAttributeNames().sort(),
    model: window.probe.model(),
    undo: window.probe.undoDepth(),
    caret: document.querySelector('textarea')?.selectionStart ?? getSelection()?.focusOffset,
    ranges: getSelection()?.rangeCount,
    focus: document.activeElement?.className,
  }));

/** Writes down every event from now on that would tell of an edit, a moved caret or a lost focus. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    const names = 'focusin focusout focus blur selectionchange selectstart beforeinput input change';
    for (const name of names.split(' ')) {
      for (const target of [window, document]) target.addEventListener(name, () => heard.push(name), true);
    }
    const changes = new MutationObserver((records) => {
      for (const record of records) heard.push(`${record.type} ${record.attributeName ?? ''}`);
    });
    changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { heard });
  });

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

async function undoAll(page: Page) {
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 5; turn++) await page.keyboard.press('z');
  await page.keyboard.up('Control');
  return page.evaluate(() => ({ html: window.probe.html(), model: window.probe.model() }));
}

describe(`promise 1 in ${BROWSER}: it never edits your text`, () => {
  const without = new Map<string, { state: unknown; undone: unknown }>();

  it('is held against the editors without Staffwise', async () => {
    for (const editor of EDITORS) {
      const page = await typedEditor(editor);
      const state = await stateOf(page);
      without.set(editor, { state, undone: await undoAll(page) });
      await page.close();
    }
    const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
    await turnOn(stage.driver, page, stage.server.origin);
    await page.close();
  });

  it.each(EDITORS)('%s: text, model, caret, events and undo are the same', async (editor) => {
    const page = await typedEditor(editor);
    const layer = layerOf(stage.driver, page);
    await until(async () => (await layer.marks()).length > 0, 'a mark');
    await listen(page);
    await openCard(stage.driver, page);
    expect(await stateOf(page)).toEqual(without.get(editor)!.state);
    await page.keyboard.press('Escape');
    await until(async () => (await layer.card()) === null, 'the card to close');
    expect(await stateOf(page)).toEqual(without.get(editor)!.state);
    expect(await heard(page)).toEqual([]);
    const children = await page.evaluate(() =>
      [...document.documentElement.children].map(({ localName }) => localName),
    );
    expect(children).toEqual(['head', 'body', 'staffwise-layer']);
    expect(await undoAll(page)).toEqual(without.get(editor)!.undone);
    await page.close();
  });
});
