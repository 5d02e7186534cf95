// How soon a new tab says something: first contentful paint and bytes of extensions side by side in one browser,
// a fresh tab and process each time, in random order.
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/setup.mjs';
import { randomFrom } from '../../src/look/art/seed.ts';

/** One page that is measured. */
export interface Candidate {
  name: string;
  /** Folder of the built extension. */
  folder: string;
  /** Run in the page before its own scripts. */
  before?: () => void;
}

/** What was measured of one page. */
export interface Paints {
  name: string;
  /** First contentful paint of each time, ms. */
  first: number[];
  /** Paint of the largest text of each time, ms: of Staffwise, the idea. */
  largest: number[];
  /** Drawing of the art of each time, ms; NaN where there is none. */
  art: number[];
  /** Layout shift of each time. */
  shift: number[];
}

const SEED = 20_261_124;

/** An extension whose new tab is one letter: the floor. @returns its folder, to be removed by the caller */
export async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staffwise-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty page',
    version: '1',
    chrome_url_overrides: { newtab: 'index.html' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>E</title><p>E</p>',
  );
  return folder;
}

/** Run before a page's own scripts: each load is the first of another day. */
export function nextDay(): void {
  const days = Number(localStorage.getItem('benchDay') ?? 0) + 1;
  localStorage.setItem('benchDay', String(days));
  const shift = days * 86_400_000;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: []) {
      super(...(given.length > 0 ? given : ([Real.now() + shift] as unknown as [])));
    }
    static override now = () => Real.now() + shift;
  } as DateConstructor;
}

/** A copy of a built extension that is another one to the browser. @returns its folder, to be removed by the caller */
export async function copyOf(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staffwise-copy-'));
  await cp(built, folder, { recursive: true });
  const { key: _key, ...manifest } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** Measures each candidate `times` times. */
export async function benchNewTab(candidates: readonly Candidate[], times: number): Promise<Paints[]> {
  const profile = await mkdtemp(join(tmpdir(), 'staffwise-newtab-'));
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    pipe: true,
    userDataDir: profile,
    defaultViewport: null,
    enableExtensions: true,
    args: [
      '--window-size=1440,900',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    return await measure(browser, candidates, times);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, candidates: readonly Candidate[], times: number): Promise<Paints[]> {
  const addresses = new Map<string, string>();
  // One after the other: Chromium ends when it is given several at once.
  for (const { folder } of candidates)
    if (!addresses.has(folder)) addresses.set(folder, await addressOf(browser, folder));
  const all = candidates.map((candidate) => ({
    candidate,
    paints: {
      name: candidate.name,
      first: [],
      largest: [],
      art: [],
      shift: [],
      bytes: 0,
      files: 0,
    } as Paints,
  }));
  const random = randomFrom(SEED);
  // Twice unmeasured: an extension's first page reads what later ones find.
  for (let time = -2; time < times; time++) {
    const order = [...all].sort(() => random() - 0.5);
    for (const { candidate, paints } of order) {
      const page = await browser.newPage();
      if (candidate.before) await page.evaluateOnNewDocument(candidate.before);
      await page.goto(addresses.get(candidate.folder)!);
      const seen = await look(page);
      await page.close();
      if (time < 0) continue;
      paints.first.push(seen.first);
      paints.largest.push(seen.largest);
      paints.art.push(seen.art);
      paints.shift.push(seen.shift);
    }
  }
  return all.map(({ paints }) => paints);
}

/** Loads an extension. @returns the address of its new tab */
async function addressOf(browser: Browser, folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    chrome_url_overrides: { newtab: string };
  };
  const id = await browser.installExtension(folder);
  return `chrome-extension://${id}/${manifest.chrome_url_overrides.newtab}`;
}

function look(page: Page) {
  return page.evaluate(async () => {
    const entries = <T>(type: string) =>
      new Promise<T[]>((done) => {
        const seen: T[] = [];
        new PerformanceObserver((list) => seen.push(...(list.getEntries() as T[]))).observe({
          type,
          buffered: true,
        });
        setTimeout(() => done(seen), 1500);
      });
    const [paint, largest, shifts] = await Promise.all([
      entries<PerformanceEntry>('paint'),
      entries<PerformanceEntry>('largest-contentful-paint'),
      entries<PerformanceEntry & { value: number }>('layout-shift'),
    ]);
    return {
      first: paint.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN,
      largest: largest.at(-1)?.startTime ?? Number.NaN,
      art: performance.getEntriesByName('land').at(0)?.duration ?? Number.NaN,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });
}

/** Bytes of a folder, all files together. */
export async function bytesOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  const sizes = await Promise.all(
    files.map(async (one) => (await stat(join(one.parentPath, one.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
