// Promises 2, 3 and 4, read off the built packages: permissions, no network, budgets.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/library/read.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const headings = (file: string) => [...read(file).matchAll(/^## `(.+)`$/gm)].map((match) => match[1]!);

interface Manifest {
  permissions: string[];
  optional_host_permissions: string[];
  host_permissions?: string[];
  content_scripts?: unknown;
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
  incognito: string;
  content_security_policy: { extension_pages: string };
}

const NETWORK =
  /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\b|\bRTCPeerConnection\b|\bWebTransport\b|\bserviceWorker\.register\b/g;

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const folder = join(root, '.output', target);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const scripts = filesBelow(folder, '.js');

  it('asks for what PERMISSIONS.md explains, and for no site', () => {
    const explained = headings('PERMISSIONS.md');
    const extra = target === 'firefox-mv3' ? ['sidePanel'] : [];
    expect([...manifest.permissions, ...manifest.optional_host_permissions, ...extra].sort()).toEqual(
      explained.sort(),
    );
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'none'");
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self'");
  });

  it('holds two calls that could reach a network: one for its own files, one for a document at a press', () => {
    const calls = scripts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(NETWORK)].map((match) => ({
        part: basename(file),
        // Enough of what follows to tell the two apart (SECURITY.md).
        call: match.input.slice(match.index, match.index + 60),
      })),
    );
    const ownFiles = calls.filter(({ call }) => /^fetch\(\w+(?:\.default)?\.runtime\.getURL\(/.test(call));
    const atPress = calls.filter(({ call }) => /^fetch\(\w+,\{credentials:`same-origin`\}\)/.test(call));
    expect(calls.filter((call) => !ownFiles.includes(call) && !atPress.includes(call))).toEqual([]);
    expect(ownFiles.map(({ part }) => part)).toEqual(['background.js']);
    // The welcome page has the page's module by import, and no document of Google's.
    expect(atPress.map(({ part }) => part.replace(/-.*/, '')).sort()).toEqual(['page.js', 'welcome']);
  });

  it('keeps to its budgets', () => {
    const page = readFileSync(join(folder, 'page.js'));
    expect(gzipSync(page).length).toBeLessThanOrEqual(40 * 1024);
    expect(statSync(join(folder, 'background.js')).size).toBeLessThanOrEqual(300_000);
    expect(filesBelow(folder, '.wasm').length).toBeLessThanOrEqual(1);
    const total = filesBelow(folder, '').reduce((sum, file) => sum + statSync(file).size, 0);
    expect(total).toBeLessThanOrEqual(30 * 1024 * 1024);
  });

  it('holds no code that is fetched or made at run time', () => {
    for (const file of scripts) {
      expect(readFileSync(file, 'utf8'), basename(file)).not.toMatch(
        /\bnew Function\(|[^.\w]eval\(|https?:\/\/[^"'` ]+\.m?js\b/,
      );
    }
  });
});

describe('DATA.md', () => {
  it('names every table and every stored value', () => {
    const data = read('DATA.md');
    const tables = [...read('src/notes/database.ts').matchAll(/^ {4}(\w+): '/gm)].map((match) => match[1]!);
    const values = filesBelow(join(root, 'src'), '.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/stored\(\s*'([\w-]+)'/g)].map((match) => match[1]!),
    );
    expect(tables.length).toBeGreaterThan(3);
    for (const name of [...new Set([...tables, ...values])]) expect(data, name).toContain(`\`${name}\``);
  });
});

describe('the repository', () => {
  it('carries no download addresses in its lock files', () => {
    for (const file of filesBelow(root, 'package-lock.json').filter(
      (path) => !path.includes('node_modules'),
    )) {
      expect(readFileSync(file, 'utf8'), file).not.toContain('"resolved"');
    }
  });
});
