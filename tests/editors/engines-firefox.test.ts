// The engines in Firefox: text, mark on its line, a card that takes nothing. The whole table is Chromium's.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { turnOn } from '../e2e/stage.ts';
import { EnginePage } from './engine-page.ts';
import { type Served, serveEngines } from './engines/serve.ts';
import { ENGINES, leftOut, type Surrounding } from './matrix.ts';
import { likelyPassages } from './passage.ts';

const FIRST = 'Invoices come out of';
const AROUND: [engine: (typeof ENGINES)[number], around: Surrounding][] = [
  ['prosemirror', 'scroller'],
  ['lexical', 'transform'],
  ['contenteditable', 'shadow'],
  ['quill', 'dialog'],
  ['tiptap', 'zoom200'],
];

let served: Served;
let driver: Driver;
let passage = '';

beforeAll(async () => {
  served = await serveEngines();
  driver = await launch('firefox');
  const page: Page = await driver.open(`${served.origin}/textarea/`);
  await turnOn(driver, page, served.origin);
  await page.close();
  for (const candidate of likelyPassages()) {
    const editor = await EnginePage.open(driver, served.origin, 'textarea', 'plain', candidate);
    await editor.clickWords(FIRST);
    const marked = await editor.layer.firstMark(3000).catch(() => null);
    await editor.close();
    if (!marked) continue;
    passage = candidate;
    break;
  }
  expect(passage).not.toBe('');
}, 240_000);

afterAll(async () => {
  await driver?.close();
  await served?.close();
});

describe('engines in Firefox', () => {
  const pairs = [...ENGINES.map((engine) => [engine, 'plain'] as const), ...AROUND];

  it.each(pairs.filter(([engine, around]) => !leftOut(engine, around)))('%s, %s', async (engine, around) => {
    const editor = await EnginePage.open(driver, served.origin, engine, around, passage);
    const { page, layer } = editor;
    await editor.clickWords(FIRST);
    const mark = await layer.firstMark();
    const { own } = await editor.words(passage);
    expect(Math.abs(mark.y + mark.height / 2 - own.y - own.height / 2)).toBeLessThanOrEqual(2);

    await editor.listen();
    await page.mouse.click(mark.onPage.x + mark.width / 2, mark.onPage.y + mark.height / 2);
    await layer.until(() => layer.card(), 'the card');
    await editor.keys('ArrowRight');
    expect((await layer.card())?.active).toBe('copy');
    await editor.keys('Escape');
    expect(await layer.card()).toBeNull();
    expect(await editor.heard()).toEqual([]);

    await editor.clickWords(passage);
    const before = (await editor.state()).model;
    await editor.keys('z');
    expect((await editor.state()).model).not.toBe(before);
    await layer.until(async () => (await layer.marks()).length === 0, 'the mark to hide', 300);
    await editor.close();
  });
});
