// npm run screenshots: the README's pictures, taken of the extension as it was built, into docs/pictures/.
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { launch } from '../tests/e2e/driver/driver.ts';
import { serveEditors } from '../tests/editors/serve.ts';
import { play, type SceneName } from './scenes.ts';
import { root, say } from './setup.mjs';

const folder = join(root, 'docs/pictures');
const LARGEST = 300_000;

const DENSITY = 1.5;

interface Picture {
  dark?: true;
  /** The part of the window that is shown. */
  clip?: ScreenshotClip;
  /** A drawing of a thousand lines: larger as a PNG than it is worth. */
  painted?: true;
}

const PICTURES: Partial<Record<SceneName, Picture>> = {
  card: { dark: true, clip: { x: 170, y: 20, width: 760, height: 360 } },
  popup: {},
  panel: {},
  newtab: { dark: true, painted: true },
};

mkdirSync(folder, { recursive: true });
const server = await serveEditors();
for (const scheme of ['light', 'dark'] as const) {
  const driver = await launch('chromium', { scheme, still: true, density: DENSITY });
  await play(driver, `${server.origin}/prosemirror/`, (...scene) => keep(scheme, ...scene), DENSITY);
  await driver.close();
}
await server.close();

async function keep(
  scheme: 'light' | 'dark',
  name: SceneName,
  page: Page,
  part?: ScreenshotClip,
): Promise<void> {
  const picture = PICTURES[name];
  if (!picture || (scheme === 'dark' && !picture.dark)) return;
  const path = join(folder, `${name}-${scheme}.${picture.painted ? 'jpg' : 'png'}`);
  const clip = picture.clip ?? part;
  await page.screenshot({
    path,
    ...(clip && { clip }),
    ...(picture.painted && { type: 'jpeg', quality: 80 }),
  });
  const { size } = statSync(path);
  say(`${relative(root, path)}: ${Math.round(size / 1000)} kB${size > LARGEST ? ', which is too much' : ''}`);
  if (size > LARGEST) process.exitCode = 1;
}
