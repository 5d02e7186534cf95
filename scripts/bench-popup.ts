// npm run bench:popup: from opening to a typed result, the popup beside an empty Preact page that renders one list.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBrowser, root } from './setup.mjs';

const ROUNDS = 20;
const BUILD = join(root, '.output/chrome-mv3');

const EMPTY = `
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
const words = Array.from({ length: 40 }, (_, at) => 'two way number ' + at);
function Page() {
  const [typed, type] = useState('');
  const rows = typed ? words.filter((word) => word.includes(typed)) : words;
  return h('div', null,
    h('input', { id: 'find', value: typed, onInput: (event) => type(event.currentTarget.value) }),
    h('ul', null, rows.map((row) => h('li', { key: row, role: 'option' }, row))));
}
render(h(Page), document.body);
`;

/** A copy of the built extension with the empty page in it. */
async function extensionWithEmptyPage(folder: string): Promise<void> {
  cpSync(BUILD, folder, { recursive: true });
  const source = join(root, 'node_modules/.empty-popup.js');
  writeFileSync(source, EMPTY);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: join(folder, 'empty'),
      lib: { entry: source, formats: ['es'], fileName: () => 'empty.js' },
    },
  });
  rmSync(source);
  writeFileSync(
    join(folder, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><title>empty</title><body></body><script type="module" src="empty/empty.js"></script>',
  );
}

/** Ms from the start of the navigation to the frame after the rows for "two" are there. */
async function openToResult(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const time = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const field = document.querySelector<HTMLInputElement>('#find');
          if (!field) return void requestAnimationFrame(look);
          field.value = 'two';
          field.dispatchEvent(new Event('input', { bubbles: true }));
          const rows = () => {
            if (!document.querySelector('[role=option]')) return void requestAnimationFrame(rows);
            requestAnimationFrame(() => setTimeout(() => done(performance.now())));
          };
          requestAnimationFrame(rows);
        };
        look();
      }),
  );
  await page.close();
  return time;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

const folder = mkdtempSync(join(tmpdir(), 'staffwise-bench-'));
await extensionWithEmptyPage(folder);
const browser = await puppeteer.launch({
  executablePath: await ensureBrowser('chromium'),
  pipe: true,
  enableExtensions: [folder],
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const origin = `chrome-extension://${new URL(target.url()).host}`;
  // Opened at a first start, in front of whatever is measured: hidden pages are not drawn.
  const welcome = await browser.waitForTarget((candidate) => candidate.url().endsWith('/welcome.html'));
  await (await welcome.page())?.close();
  const times = { popup: [] as number[], empty: [] as number[] };
  // In turn, so that what else the machine does weighs on both.
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of round % 2 ? (['popup', 'empty'] as const) : (['empty', 'popup'] as const)) {
      times[name].push(await openToResult(browser, `${origin}/${name}.html`));
    }
  }
  const [popup, empty] = [median(times.popup), median(times.empty)];
  console.log(`open to typed result, median of ${ROUNDS}, in turn, load ${loadavg()[0]!.toFixed(0)}:`);
  console.log(
    `popup ${popup.toFixed(0)} ms, empty Preact page ${empty.toFixed(0)} ms, ${(popup / empty).toFixed(2)} times`,
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
