// The coach beside the pages of hosts: open a document, see the review, mend one thing by typing, see it done.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOST_NAMES, serveHosts } from '../editors/engines/hosts/serve.ts';
import { turnOn } from '../editors/site.ts';
import { type Driver, launch } from './driver/driver.ts';
import { until } from './driver/layer.ts';
import { BROWSER } from './stage.ts';

/** What a person may wait after their last key: the pause, and a second. */
const PATIENCE_MS = 700 + 1000;

interface HostPage {
  name: string;
  url: string;
  passage: string;
  /** Puts the caret behind the text. */
  enter(page: Page): Promise<unknown>;
  /** Lines that make the kind plain, where the host does not name it. */
  lines: string[];
  /** The kind that the person sets, where neither host nor text tells it. */
  corrected?: string;
  kind: string;
  there: string;
  missing: string;
  mend: string[];
  mended: string;
}

const toTheEnd = async (page: Page, ...presses: string[]) => {
  for (const selector of presses) {
    await page.waitForSelector(selector);
    await page.click(selector);
  }
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
};

const PAGES: HostPage[] = [
  {
    name: 'Jira',
    url: 'https://acme.atlassian.net/browse/PAY-1482',
    passage: 'Support cannot tell customers which of three invoices is right.',
    enter: (page) =>
      toTheEnd(
        page,
        '[data-testid="issue.views.field.rich-text.description"] p',
        '[data-testid="issue.views.field.rich-text.editor-container"] p',
      ),
    lines: [],
    kind: 'Epic',
    there: 'Problem',
    missing: 'Owner',
    mend: ['', 'Owner: Amara Diallo, who may say no to further tickets.'],
    mended: 'section:owner',
  },
  {
    name: 'Confluence',
    url: 'https://acme.atlassian.net/wiki/spaces/PAY/pages/edit-v2/99',
    passage: 'The service keeps one table of totals, and each client reads it by its API.',
    enter: (page) => toTheEnd(page, '.ProseMirror p'),
    lines: [
      '',
      'Motivation: support cannot tell which of three invoices is right.',
      'Alternatives: keep the three services, and compare them each night.',
      'Drawbacks: the month end run may be late in its first month.',
      'Unresolved questions: who reads the old schema?',
    ],
    kind: 'Design document',
    there: 'Alternatives',
    missing: 'Non-goals',
    mend: ['', 'Non-goals: refunds keep their own path.'],
    mended: 'section:non-goals',
  },
  {
    name: 'GitHub',
    url: 'https://github.com/acme/billing/issues/7',
    passage: 'Customers cannot read their invoices while the job runs.',
    enter: (page) => toTheEnd(page, '#react-issue-comment-composer textarea'),
    lines: [],
    kind: 'Ticket',
    there: 'What is wrong or wanted, for whom',
    missing: 'Done when',
    mend: ['', '## Acceptance criteria', '', 'The total of each month is there on its first morning.'],
    mended: 'section:done-when',
  },
  {
    name: 'Google Docs',
    url: 'https://docs.google.com/document/d/abc123/edit',
    passage: 'Support cannot tell customers which of three invoices is right.',
    enter: (page) => page.click('.kix-appview-editor'),
    lines: [],
    corrected: 'design-doc',
    kind: 'Design document',
    there: 'Problem',
    missing: 'Non-goals',
    // The page of the test takes letters alone, and puts them behind the caret's paragraph.
    mend: [' Refunds are out of scope.'],
    mended: 'section:non-goals',
  },
];

let hosts: Awaited<ReturnType<typeof serveHosts>>;
let driver: Driver;
let panel: Page;

beforeAll(async () => {
  hosts = await serveHosts();
  driver = await launch(BROWSER, {
    hosts: Object.fromEntries(HOST_NAMES.map((name) => [name, hosts.port])),
  });
  for (const { url } of PAGES) await turnOn(driver, new URL(url).origin);
  panel = await driver.openOwn('sidepanel.html');
}, 180_000);

afterAll(async () => {
  await driver?.close();
  await hosts?.close();
});

const textOf = (selector: string) =>
  panel.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => one.textContent?.trim() ?? ''),
    selector,
  );
const shows = (selector: string, text: string) =>
  until(async () => (await textOf(selector)).includes(text), `"${text}" as ${selector}`);

const says = (text: string) =>
  until(async () => (await textOf('body')).join().includes(text), `"${text}" in the panel`);

async function write(page: Page, lines: readonly string[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

describe(`the coach on hosts in ${BROWSER}`, () => {
  it.each(PAGES)('$name: what is missing turns done by typing', async (host) => {
    const address = new URL(host.url);
    address.searchParams.set('passage', host.passage);
    const page = await driver.open(address.href);
    await host.enter(page);
    await write(page, host.lines);
    if (host.corrected) {
      await panel.waitForSelector('.coach-correct');
      await panel.select('.coach-correct', host.corrected);
    }
    await shows('h1', host.kind);
    await shows('.stop.has .stop-line', host.there);
    await shows('.stop.gap .stop-line', host.missing);

    await write(page, host.mend);
    const written = Date.now();
    await panel.waitForSelector(`[data-stop="${host.mended}"].has`);
    const waited = Date.now() - written;
    console.log(`${host.name}: done ${waited} ms after the last key`);
    expect(waited).toBeLessThan(PATIENCE_MS);
    expect(await textOf(`[data-stop="${host.mended}"] .label`)).toEqual(['added']);
    await page.close();
  });

  it('reads the text of others as a reviewer does: questions to post, and never a score', async () => {
    const page = await driver.open('https://acme.atlassian.net/browse/PAY-7');
    await shows('h1', 'Epic');
    await says('sections that a reviewer would look for are not there');
    await panel.bringToFront();
    await panel.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await panel.click('[data-stop="section:owner"] .stop-line');
    expect(await textOf('.stop.open .btn')).toEqual(['Copy as comment', 'Not here']);
    await panel.click('.stop.open .btn');
    const copied = () => panel.evaluate(() => document.documentElement.dataset.copied);
    expect(await until(copied, 'the comment')).toMatch(/^Owner: where does the document say it\? \w/);
    const shown = (await textOf('main'))[0]!;
    expect(shown).not.toMatch(/\d\s*%|\bscore\b|\d\s*(?:\/|of|out of)\s*\d/i);
    await page.close();
  });

  it('does not mix two documents of one page: the caret says which', async () => {
    const page = await driver.open('https://github.com/acme/billing/issues/8');
    await toTheEnd(page, '#react-issue-comment-composer textarea');
    await write(page, ['', '', '## Acceptance criteria', '', 'The total is there on the first morning.']);
    await shows('.stop.has .stop-line', 'Done when');
    await toTheEnd(page, '#new_comment_field');
    await write(page, [' Customers cannot read them.']);
    await shows('.stop.gap .stop-line', 'Done when');
    await toTheEnd(page, '#react-issue-comment-composer textarea');
    await shows('.stop.has .stop-line', 'Done when');
    await page.close();
  });

  it('says so of a page that it cannot read, and of a spreadsheet', async () => {
    const painted = await driver.open('https://docs.google.com/document/d/abc/edit?layers=none');
    await says('Reload it once.');
    await shows('.coach-head .btn', 'Read the document’s own export');
    await painted.close();
    const sheet = await driver.open('https://docs.google.com/spreadsheets/d/abc/edit');
    await says('A spreadsheet has no text to read.');
    await sheet.close();
  });
});
