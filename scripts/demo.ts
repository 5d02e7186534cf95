// The end of npm start: a browser with Staffwise in it for a person; without a display, pictures of what they would see.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BrowserName, launch } from '../tests/e2e/driver/driver.ts';
import { inOwnPage } from '../tests/e2e/stage.ts';
import { serveEditors } from '../tests/editors/serve.ts';
import { play, SCENES } from './scenes.ts';
import { giveUp, root, say } from './setup.mjs';

/** The oldest that Staffwise installs in; see wxt.config.ts. */
const OLDEST = { chromium: 'Chrome, Chromium, Edge or Brave 148', firefox: 'Firefox 153' };

const kind = process.argv[2] as BrowserName;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (hasDisplay && !process.argv.includes('--pictures')) await openForPerson();
else await takePictures();

/** Opens the browser on the welcome page, which the extension opens by itself, and stays until it is closed. */
async function openForPerson(): Promise<void> {
  const profile = join(root, '.output', `profile-${kind}`);
  rmSync(profile, { recursive: true, force: true });
  const driver = await started(launch(kind, { headless: false, profile, forPerson: true }));
  // Marks are off at first; a demonstration without them would show little.
  const options = await driver.openOwn('options.html');
  await inOwnPage(options, 'api.storage.local.set({ marks: true })');
  const blank = await driver.browser.pages();
  await driver.browser
    .waitForTarget((target) => target.url().endsWith('/welcome.html'), { timeout: 10_000 })
    .then(() => Promise.all(blank.filter((page) => page.url() === 'about:blank').map((page) => page.close())))
    // An empty tab more is no harm.
    .catch(() => undefined);
  await options.close();
  say(
    'Staffwise is in the browser that has opened, with a profile of its own and marks turned on. Close the browser to end.',
  );
  await new Promise<void>((closed) => driver.browser.once('disconnected', () => closed()));
  await driver.close();
  rmSync(profile, { recursive: true, force: true });
}

/** Turns on a page of this machine, types there, and keeps what a person would see. */
async function takePictures(): Promise<void> {
  const folder = join(root, '.output/pictures');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!hasDisplay) say('There is no display: Staffwise runs headless and draws what you would see.');
  const server = await serveEditors();
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const driver = await started(launch(kind, { scheme, still: true }));
      try {
        await play(driver, `${server.origin}/prosemirror/`, async (name, page, clip) => {
          const picture = join(folder, `${name}-${scheme}.png`);
          await page.screenshot({ path: picture, ...(clip && { clip }) });
          say(`${relative(root, picture)}: ${SCENES[name]}`);
        });
      } finally {
        await driver.close();
      }
    }
  } finally {
    await server.close();
  }
  say(`Pictures of what you would see are in ${folder}`);
}

function started<T>(launching: Promise<T>): Promise<T> {
  return launching.catch((error: Error) =>
    giveUp(
      `The browser did not start with Staffwise in it, which needs ${OLDEST[kind]} or newer: ${error.message}`,
    ),
  );
}
