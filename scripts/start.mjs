// npm start: installs what is missing, builds for the one browser it found, and opens Staffwise in it (demo.ts).
import { join } from 'node:path';
import { ensureBrowser, ensurePackages, findBrowser, isFresh, root, run, say } from './setup.mjs';

const BUILDS = {
  chromium: { folder: 'chrome-mv3', args: ['wxt', 'build'] },
  firefox: { folder: 'firefox-mv3', args: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
};
const SOURCES = ['src', 'entrypoints', 'content', 'locales', 'public', 'wxt.config.ts', 'package-lock.json'];

ensurePackages();
const kinds = /firefox/i.test(process.env.BROWSER_BIN ?? '')
  ? ['firefox', 'chromium']
  : ['chromium', 'firefox'];
const kind = kinds.find((name) => findBrowser(name)) ?? kinds[0];
say(`Browser: ${await ensureBrowser(kind)}`);
const { folder, args } = BUILDS[kind];
if (!isFresh(join(root, '.output', folder, 'manifest.json'), SOURCES)) {
  say('Building Staffwise …');
  run('npx', args, 'Building', { quiet: true });
}
process.argv.splice(2, process.argv.length, 'demo', kind, ...process.argv.slice(2));
await import('./run.mjs');
