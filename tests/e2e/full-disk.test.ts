// The quota filled: what was written before stays, what cannot be kept stays on the screen, and both are said. Chromium
// alone lets a driver make the quota small. It asks for the room there is when a database opens, and goes by that for
// half a minute: so the quota is small before the extension is there.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup.mjs';
import { CHROMIUM_BUILD } from './driver/chromium.ts';
import { giveFile, kept, press, says } from './own-page.ts';
import { BROWSER } from './stage.ts';

const ROOM = 1_000_000;
const CLIPPINGS = 500;

let browser: Browser;
let folder: string;
let origin: string;
let makeRoom: () => Promise<void>;

interface Manifest {
  key: string;
  permissions: string[];
}

/** The build without the permission that lifts the quota. */
async function limitedBuild(): Promise<{ build: string; key: string }> {
  const build = join(folder, 'limited');
  await cp(CHROMIUM_BUILD, build, { recursive: true });
  const file = join(build, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(file, JSON.stringify(manifest));
  return { build, key: manifest.key };
}

/** The address that the key in the manifest gives the extension. */
function originOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  return `chrome-extension://${id}`;
}

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/${path}`);
  await page.bringToFront();
  return page;
}

/** Puts a text into the editor, as pasting does. */
async function put(page: Page, text: string): Promise<void> {
  await page.waitForSelector('#own-body');
  await page.$eval(
    '#own-body',
    (field, typed) => {
      (field as HTMLTextAreaElement).value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/** Text that does not grow small when it is packed. */
const noise = (letters: number) =>
  Array.from({ length: letters / 64 }, (_, at) => createHash('sha256').update(String(at)).digest('hex')).join(
    '',
  );

describe.runIf(BROWSER === 'chromium')('a full disk', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staffwise-full-'));
    const { build, key } = await limitedBuild();
    origin = originOf(key);
    browser = await puppeteer.launch({
      executablePath: await ensureBrowser('chromium'),
      pipe: true,
      enableExtensions: true,
      userDataDir: join(folder, 'profile'),
      args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const [blank] = await browser.pages();
    const session = await blank!.createCDPSession();
    // The quota holds as long as the session that asked for it.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: ROOM });
    makeRoom = () => session.detach();
    await browser.installExtension(build);
    await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const first = await open('library.html#new=Kept%20before');
    await put(first, 'Written while there was room.');
    await kept(first);
    await first.close();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('leaves nothing of an import that does not fit, and all that was there', async () => {
    const clipping = (at: number) =>
      `Book (Doe, Jane)\n- Your Highlight on Location ${at * 10}-${at * 10 + 5} | Added on x\n\n${at} ${noise(4096)}\n==========\n`;
    const file = join(folder, 'My Clippings.txt');
    await writeFile(file, Array.from({ length: CLIPPINGS }, (_, at) => clipping(at)).join(''));
    const page = await open('library.html#import');
    await giveFile(page, file);
    await says(page, `${CLIPPINGS} new`);
    await press(page, `Import ${CLIPPINGS} notes`);
    await says(page, 'The browser could not write, perhaps because the disk is full. Nothing was changed.');
    await page.close();
    const list = await open('library.html#mine');
    await says(list, '1 note.');
    await says(list, 'Kept before');
    await list.close();
  });

  it('leaves a note that cannot be kept on the screen, says so, and keeps it when there is room', async () => {
    const text = noise(2 * ROOM);
    const page = await open('library.html#new=Too%20large');
    await put(page, text);
    await says(page, 'It could not be kept', { within: '.own-kept' });
    const same = (field: Element, typed: string) => (field as HTMLTextAreaElement).value === typed;
    expect(await page.$eval('#own-body', same, text)).toBe(true);
    await makeRoom();
    await put(page, `${text} and a word`);
    await kept(page);
    await page.close();
  });
});
