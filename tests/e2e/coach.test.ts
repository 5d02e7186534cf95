// The coach beside a document: kind, gaps, checks; mended by typing, worked by keys, corrected, copied.
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './driver/layer.ts';
import { BROWSER, inOwnPage, type Stage, setStage, turnOn, type } from './stage.ts';

const TITLE = 'Design document: one service for invoices';
/** What a person may wait after their last key: the pause, and a second. */
const PATIENCE_MS = 700 + 1000;
const LINES = [
  '# Problem',
  'Invoices come out of three places today, and support answers forty questions a week about which one is right.',
  '# Goals',
  'Improve the experience of the people at the counter.',
  '# Alternatives',
  'Keep the three places, and let a nightly job compare them. Nine hours of work a month, but each difference is found a day late.',
  '# Risks',
  'The month end run may be late in the first month. We measured it twice.',
];

let stage: Stage;
let page: Page;
let panel: Page;
/** A gap that the person said is not for this document. */
let dismissed = '';

beforeAll(async () => {
  stage = await setStage();
  const { driver, server } = stage;
  page = await driver.open(`${server.origin}/prosemirror/?title=${encodeURIComponent(TITLE)}`);
  await turnOn(driver, page, server.origin);
  await type(page, '');
  for (const line of LINES) await write(line);
  panel = await driver.openOwn('sidepanel.html');
  // The panel stands in a tab here: it follows the tab that was in front last.
  await page.bringToFront();
});
afterAll(() => stage?.close());

async function write(line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

const textOf = (selector: string) =>
  panel.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => one.textContent?.trim() ?? ''),
    selector,
  );
const gaps = () => textOf('.stop.gap .stop-line');
const stopOf = (id: string) => `[data-stop="${id}"]`;
const says = (text: string) =>
  until(async () => (await textOf('body')).join().includes(text), `"${text}" in the panel`);

/** What a button of the panel would put on the clipboard, which a test must not touch. */
async function copies(from: Page): Promise<(button: string) => Promise<string>> {
  await from.bringToFront();
  await from.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset.copied = text;
    };
  });
  return async (name) => {
    await from.evaluate((wanted) => {
      delete document.documentElement.dataset.copied;
      const all = [...document.querySelectorAll('button')];
      all.find(({ textContent }) => textContent?.trim() === wanted)!.click();
    }, name);
    return until(() => from.evaluate(() => document.documentElement.dataset.copied), `what "${name}" copies`);
  };
}

async function faults(): Promise<string[]> {
  const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  await panel.evaluate(axe);
  return panel.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe(`the coach in ${BROWSER}`, () => {
  it('knows the kind, what is there, what is missing, and stops at a goal that cannot be missed', async () => {
    await says('Design document');
    await until(async () => (await gaps()).includes('Non-goals'), 'the gaps');
    expect(await gaps()).toEqual(expect.arrayContaining(['Non-goals', 'Rollout', 'Who decides']));
    expect(await textOf('.stop.has .stop-line')).toEqual(
      expect.arrayContaining(['Problem', 'Goals', 'Alternatives', 'Risks']),
    );
    expect(await textOf(`${stopOf('check:measured-goals')} .stop-line`)).toHaveLength(1);
  });

  it('turns a gap done within a second of the pause', async () => {
    await page.bringToFront();
    await write('# Non-goals');
    await page.keyboard.type('Refunds keep their own path.');
    const written = Date.now();
    const done = `${stopOf('section:non-goals')}.has`;
    await until(async () => (await panel.$(done)) !== null, 'the gap to be done');
    expect(Date.now() - written).toBeLessThan(PATIENCE_MS);
    expect((await textOf(`${done} .label`))[0]).toBe('added');
  });

  it('is worked by keys: down, Enter, C, X', async () => {
    await panel.bringToFront();
    await panel.evaluate(() => {
      document.querySelector<HTMLElement>('.stop.gap .stop-line')?.focus();
    });
    const [first] = await gaps();
    await panel.keyboard.press('Enter');
    expect(await textOf('.stop.open .stop-line')).toEqual([first]);
    await panel.keyboard.press('ArrowDown');
    expect(await panel.evaluate(() => document.activeElement?.className)).toContain('stop-line');
    await panel.keyboard.press('x');
    await until(async () => !(await gaps()).includes(first!), 'the gap to go');
    await says('Not shown again in this document');
    dismissed = first!;
  });

  it('goes to a section in the page when its name is pressed', async () => {
    await page.bringToFront();
    await page.setViewport({ width: 900, height: 200 });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    await panel.evaluate(
      (selector) => {
        document.querySelector<HTMLElement>(selector)!.click();
      },
      `${stopOf('section:problem')} .stop-line`,
    );
    const seen = () =>
      page.evaluate(() => {
        const heading = [...document.querySelectorAll('.ProseMirror > *')].find(
          ({ textContent }) => textContent === 'Problem',
        )!;
        const { top, bottom } = heading.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    await until(seen, 'the section to be in view');
    await page.setViewport(null);
  });

  it('counts on the icon what is open, once the person wants that', async () => {
    const own = await stage.driver.openOwn('options.html');
    await page.bringToFront();
    const count = () =>
      inOwnPage<string>(
        own,
        `api.tabs.query({}).then((tabs) => api.action.getBadgeText({ tabId: tabs.find(({ url }) => url?.includes('/prosemirror/')).id }))`,
      );
    expect(await count()).toBe('');
    await inOwnPage(own, 'api.storage.local.set({ badge: true })');
    const open = (await textOf('section:not(.coach-possible) .stop:is(.gap, .hint)')).length;
    expect(open).toBeGreaterThan(2);
    await until(async () => (await count()) === `${open}`, `${open} on the icon`);
    await inOwnPage(own, 'api.storage.local.set({ badge: false })');
    await until(async () => (await count()) === '', 'the number to go');
    await own.close();
  });

  it('copies the review without what was put aside, and a prompt with the text only if ticked', async () => {
    const copied = await copies(panel);
    const review = await copied('Copy the review');
    expect(review).toContain(`## Review: ${TITLE}`);
    expect(review).toContain('Read as: design document.');
    expect(review).toContain('**Who decides.**');
    expect(review).not.toContain(`**${dismissed}.**`);
    expect(review).toContain('Andrew Grove, High Output Management');
    const prompt = await copied('Copy as prompt');
    expect(prompt).toContain('quote the sentence that answers it, or say that it is missing');
    expect(prompt).toContain('Who decides: where does the document say it?');
    expect(prompt).not.toContain('Invoices come out of three places');
    await panel.click('.coach-copies input');
    expect(await copied('Copy as prompt')).toContain('# Problem\n\nInvoices come out of three places today');
    await panel.click('.coach-copies input');
  });

  it.each([300, 560])('has no accessibility fault at %i px', async (width) => {
    await panel.bringToFront();
    await panel.setViewport({ width, height: 900 });
    await panel.click(`${stopOf('check:measured-goals')} .stop-line`);
    expect(await faults()).toEqual([]);
    const wide = await panel.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await panel.click(`${stopOf('check:measured-goals')} .stop-line`);
  });

  it('takes the kind from the person, and keeps it for the document', async () => {
    await panel.select('.coach-correct', 'proposal');
    await until(async () => (await textOf('h1'))[0] === 'Proposal', 'the corrected kind');
    await stage.driver.killBackground();
    await page.bringToFront();
    await page.keyboard.type(' They are rare.');
    await panel.close();
    panel = await stage.driver.openOwn('sidepanel.html');
    await page.bringToFront();
    await until(async () => (await textOf('h1'))[0] === 'Proposal', 'the kind to be remembered');
    await panel.select('.coach-correct', '');
    await until(
      async () => (await textOf('h1'))[0] === 'Design document',
      'the kind to be left to Staffwise',
    );
  });

  it('says so of a text of no known kind, and of an empty page', async () => {
    const { driver, server } = stage;
    await page.close();
    page = await driver.open(`${server.origin}/prosemirror/?title=Lunch`);
    await type(page, '');
    await until(
      async () => /no text yet|Waiting for a text/.test((await textOf('body')).join()),
      'an empty page',
    );
    await page.keyboard.type('Soup on Monday, and bread as long as there is some.');
    await says('Hints only');
    expect(await gaps()).toEqual([]);
  });
});
