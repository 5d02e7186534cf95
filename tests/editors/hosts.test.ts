// Hosts under their real names: what Staffwise makes of the page, and that working a card never saves, sends,
// closes or triggers anything of it.
import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabState } from '../../src/platform/messages.ts';
import { type Driver, launch } from '../e2e/driver/driver.ts';
import { BROWSER } from '../e2e/stage.ts';
import { lookInto } from './engine-page.ts';
import type { Acts } from './engines/hosts/acts.ts';
import { HOST_NAMES, serveHosts } from './engines/hosts/serve.ts';
import { likelyPassages } from './passage.ts';
import { tabState, turnOn } from './site.ts';

interface HostPage {
  name: string;
  url: string;
  /** Puts the caret into a text of one's own. */
  write(page: Page): Promise<unknown>;
  expected: Partial<TabState>;
  /** A press that the page itself acts upon, so that the test can fail. */
  provoke?(page: Page): Promise<unknown>;
}

const PAGES: HostPage[] = [
  {
    name: 'Jira Cloud',
    url: 'https://acme.atlassian.net/browse/PAY-1482',
    write: async (page) => {
      await page.click('[data-testid="issue.views.field.rich-text.description"] p');
      await page.click('[data-testid="issue.views.field.rich-text.editor-container"] p');
    },
    expected: { host: 'jira', kind: 'epic', title: 'Rewrite billing', by: 'me' },
    provoke: (page) => page.click('#comment-slot .ProseMirror'),
  },
  {
    name: 'Jira Cloud, create dialog',
    url: 'https://acme.atlassian.net/jira/software/projects/PAY/boards/1',
    write: async (page) => {
      await page.click('#create');
      await page.click('.create .ProseMirror p');
    },
    expected: { host: 'jira', title: 'A new ticket' },
    provoke: (page) => page.click('h1'),
  },
  {
    name: 'Jira Data Center, wiki markup',
    url: 'https://jira.example.org/browse/PAY-1482',
    write: async (page) => {
      await page.click('.user-content-block p');
      await page.click('textarea.wiki-textfield');
    },
    expected: { host: 'jira-server', kind: 'ticket', title: 'Rewrite billing' },
    provoke: (page) => page.click('h1'),
  },
  {
    name: 'Jira Data Center, TinyMCE',
    url: 'https://jira.example.org/browse/PAY-1483?mode=wysiwyg',
    write: async (page) => {
      await page.click('.user-content-block p');
      await page.waitForSelector('html[data-editor]');
      const frame = await (await page.$('iframe'))!.contentFrame();
      await frame.click('p');
    },
    expected: { host: 'jira-server', kind: 'ticket', title: 'Rewrite billing' },
    provoke: (page) => page.click('h1'),
  },
  {
    name: 'Confluence',
    url: 'https://acme.atlassian.net/wiki/spaces/PAY/pages/edit-v2/99',
    write: (page) => page.click('.ProseMirror p'),
    expected: { host: 'confluence', title: 'Billing: a proposal' },
  },
  {
    name: 'GitHub issue',
    url: 'https://github.com/acme/billing/issues/7',
    write: (page) => page.click('#react-issue-comment-composer textarea'),
    expected: { host: 'github', kind: 'ticket', title: 'Rewrite billing' },
  },
  {
    name: 'GitHub pull request, old composer',
    url: 'https://github.com/acme/billing/pull/9',
    write: (page) => page.click('#new_comment_field'),
    // What is said there is said of a change, whatever the page is.
    expected: { host: 'github', kind: 'review-comment' },
  },
  {
    name: 'GitHub review',
    url: 'https://github.com/acme/billing/pull/8/files',
    write: (page) => page.click('[data-testid="review-thread"] textarea'),
    expected: { host: 'github', kind: 'review-comment', title: 'Rewrite billing' },
  },
  {
    name: 'GitHub discussion',
    url: 'https://github.com/acme/billing/discussions/3',
    write: (page) => page.click('#discussion_body'),
    expected: { host: 'github', title: 'Rewrite billing', by: 'me' },
    provoke: (page) => page.click('[type="submit"]'),
  },
];

let driver: Driver;
let hosts: Awaited<ReturnType<typeof serveHosts>>;
let passage = '';

const address = ({ url }: HostPage, text: string) => {
  const full = new URL(url);
  full.searchParams.set('passage', text);
  return full.href;
};
const actsOf = (page: Page): Promise<Acts> => page.evaluate(() => structuredClone(window.acts));

beforeAll(async () => {
  await mkdir('.output/shots', { recursive: true });
  hosts = await serveHosts();
  driver = await launch(BROWSER, {
    hosts: Object.fromEntries(HOST_NAMES.map((name) => [name, hosts.port])),
    // For the pictures.
    still: true,
  });
  for (const name of HOST_NAMES) await turnOn(driver, `https://${name}`);
  passage = await findPassage(PAGES.find(({ name }) => name === 'GitHub issue')!);
}, 180_000);

afterAll(async () => {
  await driver?.close();
  await hosts?.close();
});

async function findPassage(host: HostPage): Promise<string> {
  for (const candidate of likelyPassages()) {
    const page = await driver.open(address(host, candidate));
    await host.write(page);
    const marked = await lookInto(page)
      .firstMark(2500)
      .catch(() => null);
    await page.close();
    if (marked) return candidate;
  }
  throw new Error('no passage of the library gets a mark');
}

describe(`hosts in ${BROWSER}`, () => {
  it.each(PAGES)('$name: what it is, and nothing of it happens', async (host) => {
    const page = await driver.open(address(host, passage));
    const layer = lookInto(page);
    await host.write(page);
    const mark = await layer.firstMark();
    expect(await tabState(driver, host.url)).toMatchObject(host.expected);
    await page.bringToFront();

    const before = await actsOf(page);
    const { x, y, width, height } = mark.onPage;
    const press = () => page.mouse.click(x + width / 2, y + height / 2);
    await press();
    await layer.until(() => layer.card(), 'the card');
    await page.screenshot({
      path: `.output/shots/host-${host.name.replaceAll(/\W+/g, '-').toLowerCase()}-${BROWSER}.png`,
    });
    for (const key of ['ArrowRight', 'Tab', 'ArrowDown', 'ArrowLeft', 'Escape'] as const) {
      await page.keyboard.press(key);
    }
    expect(await layer.card()).toBeNull();
    await press();
    const card = await layer.until(() => layer.card(), 'the card');
    const later = card.actions.later!;
    await page.mouse.click(later.x + later.width / 2, later.y + later.height / 2);
    await page.keyboard.press('Escape');
    const useful = (await layer.until(() => layer.card(), 'the card')).actions.useful!;
    await page.mouse.click(useful.x + useful.width / 2, useful.y + useful.height / 2);
    await layer.until(async () => (await layer.card())?.actions.undo ?? null, 'the undo line');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await layer.until(async () => (await layer.card()) === null, 'the card to close');
    expect(await actsOf(page)).toEqual(before);

    await host.provoke?.(page);
    await page.keyboard.press('Enter');
    expect(await actsOf(page)).not.toEqual(before);
    await page.close();
  });

  it('Jira Cloud: another issue without a load is another document', async () => {
    const host = PAGES[0]!;
    const page = await driver.open(address(host, passage));
    await host.write(page);
    const layer = lookInto(page);
    await layer.firstMark();
    await page.evaluate(() =>
      (window as unknown as { openIssue(key: string, title: string): void }).openIssue(
        'PAY-2',
        'Another issue',
      ),
    );
    await layer.until(
      async () => (await tabState(driver, 'https://acme.atlassian.net/browse')).title === 'Another issue',
      'the other title',
    );
    await page.close();
  });

  it('GitHub: rendered text is read when the person asks, whose it is is told, and none of it is marked', async () => {
    const page = await driver.open('https://github.com/acme/billing/issues/7');
    const layer = lookInto(page);
    // What the side panel does.
    const panel = await driver.openOwn('options.html');
    await panel.evaluate(
      `chrome.tabs.query({}).then((tabs) => { globalThis.panel = chrome.runtime.connect({ name: 'panel:' + tabs.find((tab) => tab.url?.includes('/issues/7')).id }); })`,
    );
    await page.bringToFront();
    const state = await layer.until(async () => {
      const now = await tabState(driver, 'https://github.com/acme/billing/issues');
      return now.words > 0 && now;
    }, 'the text to be read');
    expect(state).toMatchObject({ host: 'github', kind: 'ticket' });
    expect(await layer.exists()).toBe(false);
    await panel.close();
    await page.close();
  });
});
