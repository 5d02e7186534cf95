// npm run screenshots: the README's pictures, taken of the extension as it was built, into docs/pictures/.
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ScreenshotClip } from 'puppeteer-core';
import { launch } from '../tests/e2e/driver/driver.ts';
import { serveEditors } from '../tests/editors/serve.ts';
import { play, type SceneName } from './scenes.ts';
import { root, say } from './setup.mjs';

const folder = join(root, 'docs/pictures');
const LARGEST = 300_000;

/** What the README shows: in which scheme, how dense, which part of the window. */
const PICTURES: Partial<Record<SceneName, { dark?: true; clip?: ScreenshotClip }>> = {
  card: { dark: true, clip: { x: 170, y: 20, width: 760, height: 360 } },
  popup: {},
  panel: {},
  newtab: { dark: true },
};

mkdirSync(folder, { recursive: true });
const server = await serveEditors();
for (const scheme of ['light', 'dark'] as const) {
  const driver = await launch('chromium', { scheme, still: true, density: 1.5 });
  await play(driver, `${server.origin}/prosemirror/`, async (name, page, part) => {
    const wanted = PICTURES[name];
    if (!wanted || (scheme === 'dark' && !wanted.dark)) return;
    const path = join(folder, `${name}-${scheme}.png`);
    const clip = wanted.clip ?? part;
    await page.screenshot({ path, ...(clip && { clip }) });
    const { size } = statSync(path);
    say(`${relative(root, path)}: ${Math.round(size / 1000)} kB${size > LARGEST ? ', which is too much' : ''}`);
    if (size > LARGEST) process.exitCode = 1;
  });
  await driver.close();
}
await server.close();
