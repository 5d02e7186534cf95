// Promise 5: quiet. It never takes the focus or opens by itself; no key and no press on ours reaches the page; what
// was answered stays answered; a snooze and "Presenting" hide everything.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { likelyPassages } from '../editors/passage.ts';
import { layerOf, until } from './driver/layer.ts';
import {
  BROWSER,
  firstMark,
  HINTED,
  inOwnPage,
  noMark,
  OTHER,
  openCard,
  press,
  rest,
  type Stage,
  setStage,
  turnOn,
  type,
} from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const page = await stage.driver.open(`${stage.server.origin}/textarea/`);
  await turnOn(stage.driver, page, stage.server.origin);
  await page.close();
});
afterAll(() => stage?.close());

/** Opens an editor that writes down what it hears from its first moment on, in the capture phase. */
async function openEditor(editor = 'prosemirror'): Promise<Page> {
  const page = await stage.driver.open(`${stage.server.origin}/${editor}/`);
  await page.evaluate(() => {
    const heard: string[] = [];
    const presses = 'pointerdown mousedown pointerup mouseup click dblclick contextmenu';
    for (const name of `keydown keyup keypress ${presses} focus blur focusin focusout`.split(' ')) {
      const listener = (event: Event) => heard.push(`${name} ${(event as KeyboardEvent).key ?? ''}`.trim());
      window.addEventListener(name, listener, true);
    }
    Object.assign(window, { heard });
  });
  return page;
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
const text = (page: Page) => page.evaluate(() => window.probe.model());
const card = (page: Page) => layerOf(stage.driver, page).card();
const closed = (page: Page) => until(async () => (await card(page)) === null, 'the card to close');

/** Runs in a page of ours, and goes back to the page. */
/** Ends when a snooze stands in the browser's storage: a background that is killed sooner cannot know of it. */
const SNOOZE_KEPT = `(async () => {
  for (;;) {
    const { snooze } = await api.storage.local.get('snooze');
    const { snoozedTabs } = await api.storage.session.get('snoozedTabs');
    if (snooze || snoozedTabs) return;
    await new Promise((next) => setTimeout(next, 25));
  }
})()`;

/** Ends when an answer of this kind stands in the database. */
const answerKept = (said: string) => `(async () => {
  const asked = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  const database = await asked(indexedDB.open('staffwise'));
  for (;;) {
    const answers = await asked(database.transaction('answers').objectStore('answers').getAll());
    if (answers.some((answer) => answer.said === '${said}')) return database.close();
    await new Promise((next) => setTimeout(next, 25));
  }
})()`;

async function asOurs(page: Page, expression: string): Promise<void> {
  const own = await stage.driver.openOwn('options.html');
  await inOwnPage(own, expression);
  await own.close();
  await page.bringToFront();
}

describe(`promise 5 in ${BROWSER}: quiet, in one page`, () => {
  let page: Page;

  beforeAll(async () => {
    page = await openEditor();
    await type(page, HINTED);
    await heard(page);
    await firstMark(stage.driver, page);
  });
  afterAll(() => page.close());
  beforeEach(async () => {
    if (!(await card(page))) await openCard(stage.driver, page);
  });

  it('opens no card by itself, and takes the focus at no time', async () => {
    await press(page, await firstMark(stage.driver, page));
    await closed(page);
    await rest(page);
    expect(await card(page)).toBeNull();
    await openCard(stage.driver, page);
    await press(page, (await card(page))!.actions.more!);
    expect(await heard(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror');
  });

  it('keeps Escape from the page', async () => {
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await heard(page)).toEqual([]);
  });

  it('keeps arrows and Tab, and Enter once an action is active', async () => {
    await page.keyboard.press('ArrowRight');
    await until(async () => (await card(page))?.active !== null, 'an action to be active');
    await page.keyboard.press('Tab');
    await until(async () => (await card(page))?.active === 'useful', 'the next action');
    await page.keyboard.press('Enter');
    await until(async () => (await card(page))?.actions.undo !== undefined, 'the answer');
    await page.keyboard.press('Enter');
    await closed(page);
    expect(await heard(page)).toEqual([]);
  });

  it('leaves a typed character to the page, and closes', async () => {
    const before = await text(page);
    await page.keyboard.type('x');
    await closed(page);
    expect(await heard(page)).toContain('keydown x');
    expect(await text(page)).not.toBe(before);
    await page.keyboard.press('Backspace');
    await heard(page);
  });

  it('leaves Enter to the page while no action is active', async () => {
    const before = await text(page);
    await page.keyboard.press('Enter');
    expect(await heard(page)).toContain('keydown Enter');
    expect(await text(page)).not.toBe(before);
    await page.keyboard.press('Backspace');
    await heard(page);
  });

  it('hides everything while presenting, and shows it again', async () => {
    await asOurs(page, 'api.storage.local.set({ presenting: true })');
    await noMark(stage.driver, page);
    expect(await card(page)).toBeNull();
    await asOurs(page, 'api.storage.local.set({ presenting: false })');
    await firstMark(stage.driver, page);
  });
});

describe(`promise 5 in ${BROWSER}: quiet, from then on`, () => {
  it('marks at most two in a ticket, where it would mark more in a longer document', async () => {
    const { driver } = stage;
    const filler = 'The next release of the service goes out on the usual day with the usual notes. '.repeat(
      10,
    );
    const page = await openEditor('textarea');
    await type(page, 'x');
    await page.evaluate(
      (value) => {
        const field = document.querySelector('textarea')!;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      likelyPassages()
        .map((passage) => `${passage}\n\n${filler}`)
        .join('\n\n'),
    );
    await firstMark(driver, page);
    const layer = layerOf(driver, page);
    const drawnAs = (kind: string) =>
      asOurs(
        page,
        `api.tabs.query({}).then((tabs) => api.runtime.sendMessage({ kind: 'document-kind',
          tab: tabs.find((tab) => tab.url?.endsWith('/textarea/')).id, documentKind: '${kind}' }))`,
      );
    await page.evaluate(() => {
      document.querySelector('textarea')!.style.height = '6000px';
    });
    await drawnAs('design-doc');
    await until(async () => (await layer.marks()).length > 2, 'more than two marks');
    await drawnAs('ticket');
    await until(async () => (await layer.marks()).length === 2, 'two marks');
    await page.close();
  });

  it('does not come back in a document where it was answered "Not here", after the background slept', async () => {
    const { driver } = stage;
    const page = await openEditor();
    await type(page, HINTED);
    const { actions } = await openCard(driver, page);
    // A card may stand open for longer than a background stays awake.
    await driver.killBackground();
    await rest(page);
    await press(page, actions['not-here']!);
    await noMark(driver, page);
    await asOurs(page, answerKept('not-here'));
    await page.reload();
    await type(page, `${HINTED}\n${OTHER}`);
    const mark = await firstMark(driver, page);
    const [first] = await page.$$('.ProseMirror p');
    expect(mark.y).toBeGreaterThan((await first!.boundingBox())!.y + 20);
    expect(await layerOf(driver, page).marks()).toHaveLength(1);
    await page.close();
  });

  it.each(['hour', 'today', 'site', 'tab'])(
    'is quiet for: %s, also after the background slept',
    async (until_) => {
      const { driver } = stage;
      const page = await openEditor('contenteditable');
      await type(page, OTHER);
      const opened = await openCard(driver, page);
      await press(page, opened.actions.later!);
      const menu = await until(async () => {
        const { actions = {} } = (await card(page)) ?? {};
        return actions[`later-${until_}`];
      }, 'the menu');
      await press(page, menu);
      await noMark(driver, page);
      await asOurs(page, SNOOZE_KEPT);
      await driver.killBackground();
      await page.keyboard.type(' Soon.');
      await rest(page, 2000);
      expect(await layerOf(driver, page).marks()).toEqual([]);
      await asOurs(page, `api.storage.local.remove('snooze').then(() => api.storage.session.clear())`);
      await page.close();
    },
  );
});
