// The documents at the top name commands, folders, files and packages: all of them must be there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const all = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1]!)),
];

const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const DOCUMENTS = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  'content/README.md',
  'docs/administrators.md',
  'docs/browser-facts.md',
];

describe.each(DOCUMENTS)('%s', (file) => {
  const text = read(file);

  it('names commands that exist', () => {
    const named = all(text, /\bnpm run (?:--silent )?([\w:-]+)/g);
    expect(named.filter((name) => !scripts[name])).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const named = [
      ...all(text, /`((?:src|tests|scripts|content|entrypoints|docs|locales)\/[\w./-]*)`/g),
      ...all(text, /\]\(([\w./-]+)\)/g),
      ...all(text, /(?:src|srcset)="([\w./-]+)"/g),
    ];
    expect(named.filter((name) => !existsSync(join(root, name)) && !isFromContent(file, name))).toEqual([]);
  });
});

/** The library's own README speaks of files beside it. */
const isFromContent = (file: string, name: string) =>
  file.startsWith('content/') && existsSync(join(root, 'content', name));

describe('ARCHITECTURE.md', () => {
  it('has every folder of src/, in its own words', () => {
    const text = read('ARCHITECTURE.md');
    for (const folder of readdirSync(join(root, 'src'))) expect(text).toContain(`**\`${folder}/\`**`);
    expect(text.split('\n').length).toBeLessThanOrEqual(200);
  });
});

describe('DEPENDENCIES.md', () => {
  it('has every package', () => {
    const text = read('DEPENDENCIES.md');
    const covered = (name: string) =>
      text.includes(`\`${name}\``) ||
      (name.startsWith('@types/') && text.includes('`@types/*`')) ||
      (name.startsWith('prosemirror-') && text.includes('`prosemirror-*`'));
    const packages = Object.keys({ ...dependencies, ...devDependencies });
    expect(packages.filter((name) => !covered(name))).toEqual([]);
  });
});
