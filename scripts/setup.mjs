// First set-up: packages and browsers, with nothing but Node and npm. Says what it does, and what to do where it cannot.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

export const root = join(import.meta.dirname, '..');

/** Prints to stderr, so that a command's own output stays clean. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Ends the process with one sentence. */
export function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

/** Runs a command, its output on stderr (`quiet`: only where it fails); ends the process where it fails. */
export function run(command, args, what, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr.fd, 'inherit'],
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });
  if (result.status === 0) return;
  if (quiet) say(`${result.stdout}${result.stderr}`);
  giveUp(`${what} failed (${command} ${args.join(' ')}).`);
}

/** Installs the packages where node_modules is missing or older than the lock file. */
export function ensurePackages(folder = root) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Staffwise needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  const installed = join(folder, 'node_modules/.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`Installing packages${folder === root ? '' : ` in ${folder.slice(root.length + 1)}`} …`);
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--prefix', folder], 'Installing packages');
}

const PLACES = {
  chromium: {
    linux: [
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'brave-browser',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    win32: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'BraveSoftware/Brave-Browser/Application/brave.exe',
    ],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
};

const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The path of a browser of this kind (`chromium` or `firefox`), or null. `BROWSER_BIN` comes first where it fits. */
export function findBrowser(kind) {
  const given = process.env.BROWSER_BIN;
  if (given && /firefox/i.test(given) === (kind === 'firefox')) {
    if (!isProgram(given)) giveUp(`BROWSER_BIN is ${given}, which is not a program.`);
    return given;
  }
  return candidates(PLACES[kind][process.platform] ?? []).find(isProgram) ?? null;
}

function candidates(names) {
  if (process.platform === 'linux') {
    return names.flatMap((name) =>
      (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => process.env[key]);
    return folders.filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  }
  return names;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A browser of this kind: found, or installed where that is possible, else the process ends with what to do. */
export async function ensureBrowser(kind) {
  const found = findBrowser(kind);
  if (found) return found;
  const command = `apt-get install -y ${PACKAGES[kind]}`;
  const elsewhere = `npx @puppeteer/browsers install ${kind === 'firefox' ? 'firefox' : 'chrome'}`;
  const advice = `No ${kind === 'firefox' ? 'Firefox' : 'Chrome, Chromium, Edge or Brave'} was found: install one (${isDebianRoot() || isDebian() ? command : elsewhere}), or set BROWSER_BIN.`;
  if (!isDebianRoot()) giveUp(advice);
  if (!process.env.CI && process.stdin.isTTY && !(await agrees(`${kind} is missing. Run "${command}" now?`)))
    giveUp(advice);
  say(`Installing ${PACKAGES[kind]} …`);
  run('apt-get', ['update', '-qq'], 'Reading the list of packages');
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', PACKAGES[kind], 'fonts-liberation'],
    `Installing ${PACKAGES[kind]}`,
  );
  return findBrowser(kind) ?? giveUp(advice);
}

function isDebian() {
  return existsSync('/etc/debian_version');
}

function isDebianRoot() {
  return isDebian() && process.getuid?.() === 0;
}

async function agrees(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [Y/n] `);
  terminal.close();
  return !/^n/i.test(answer.trim());
}

/** Hash of what a build depends on is not worth its cost; newest change below the folders is. */
export function newestChange(paths) {
  const args = ['ls-files', '-co', '--exclude-standard', '--', ...paths];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  let newest = 0;
  for (const file of listed.split('\n')) {
    if (file && existsSync(join(root, file))) newest = Math.max(newest, statSync(join(root, file)).mtimeMs);
  }
  return newest;
}

/** Whether `output` is at least as new as everything below `paths`. */
export function isFresh(output, paths) {
  return existsSync(output) && statSync(output).mtimeMs >= newestChange(paths);
}

/** The version in package.json. */
export const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
