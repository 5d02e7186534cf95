// A site is turned on, a paragraph is typed, a hint comes, is answered, and does not come back.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, until } from './driver/layer.ts';
import { BROWSER, firstMark, HINTED, inOwnPage, OTHER, type Stage, setStage, turnOn, type } from './stage.ts';

let stage: Stage;
const errors: string[] = [];

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

async function openEditor(): Promise<Page> {
  const page = await stage.driver.open(`${stage.server.origin}/prosemirror/`);
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return page;
}

const stateOf = (page: Page) =>
  page.evaluate(() => ({
    html: window.probe.html().replaceAll('ProseMirror-focused', ''),
    model: window.probe.model(),
    undo: window.probe.undoDepth(),
  }));

describe(`day one in ${BROWSER}`, () => {
  it('has access to no site, and leaves no trace in a page', async () => {
    const page = await openEditor();
    await page.bringToFront();
    const trace = await page.evaluate(async () => {
      const seen: string[] = [];
      window.addEventListener('message', (event) => seen.push(String(event.data)), true);
      for (const name of Object.keys(window)) if (/staffwise/i.test(name)) seen.push(name);
      document.querySelector<HTMLElement>('.ProseMirror')?.focus();
      await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      return { seen, children: document.documentElement.children.length };
    });
    expect(trace).toEqual({ seen: [], children: 2 });
    const own = await stage.driver.openOwn('options.html');
    const granted = await inOwnPage(
      own,
      'Promise.all([api.permissions.getAll(), api.scripting.getRegisteredContentScripts()])' +
        '.then(([{ origins }, scripts]) => ({ origins, scripts: scripts.length }))',
    );
    expect(granted).toEqual({ origins: [], scripts: 0 });
    await own.close();
    await page.close();
  });

  it('marks what is typed, leaves the editor as it was, and obeys "Never this note"', async () => {
    const { driver, server } = stage;
    const untouched = await openEditor();
    await type(untouched, HINTED);
    const without = await stateOf(untouched);
    await untouched.close();

    const page = await openEditor();
    await turnOn(driver, page, server.origin);
    await type(page, HINTED);
    const mark = await firstMark(driver, page);
    expect(mark.label).toMatch(/^Hint/);
    expect(await stateOf(page)).toEqual(without);

    const popup = await driver.openPopup(page);
    await popup.waitForSelector('[role="option"]');
    await popup.keyboard.down('Control');
    // The popup closes on the key: its release finds nobody.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await popup.keyboard.up('Control').catch(() => undefined);
    await page.bringToFront();
    const layer = layerOf(driver, page);
    const card = await until(() => layer.card(), 'the card');
    expect(card.text).toContain('Why here');

    await until(async () => {
      await page.keyboard.press('ArrowRight');
      return (await layer.card())?.active === 'never';
    }, 'the last action to be active');
    await page.keyboard.press('Enter');
    await until(async () => (await layer.marks()).length === 0, 'the mark to go');
    expect(await stateOf(page)).toEqual(without);

    await page.reload();
    await type(page, `${HINTED}\n${OTHER}`);
    const [only, ...more] = await until(async () => {
      const marks = await layer.marks();
      return marks.length > 0 && marks;
    }, 'the mark of the other paragraph');
    expect(more).toEqual([]);
    const [first] = await page.$$('.ProseMirror p');
    expect(only!.y).toBeGreaterThan((await first!.boundingBox())!.y + 20);
    await page.close();
  });

  it('gives the same hints after the background was killed, once', async () => {
    const { driver } = stage;
    const page = await openEditor();
    await type(page, OTHER);
    const before = await firstMark(driver, page);
    const layer = layerOf(driver, page);
    await driver.killBackground();
    await page.keyboard.type(' Soon.');
    const after = await until(async () => {
      const marks = await layer.marks();
      return marks.length > 0 && marks;
    }, 'the mark to come back');
    expect(after.map(({ label }) => label)).toEqual([before.label]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('asked nothing of the network', async () => {
    expect(await stage.driver.foreignRequests()).toEqual([]);
  });
});
