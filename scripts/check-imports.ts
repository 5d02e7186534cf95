// Part of npm run lint: who may import whom, as the design has it.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from '../src/library/read.ts';
import { root } from './setup.mjs';

/** What each folder of src/ may import; a `type` may be imported where the folder stands with `type:`. */
const ALLOWED: Record<string, readonly string[]> = {
  engine: ['type:library'],
  library: ['engine/text', 'engine/match', 'type:engine', 'engine/types.ts', 'engine/suggest.ts'],
  train: ['engine', 'library'],
  hosts: ['type:engine', 'type:platform'],
  look: [],
  platform: ['type:engine', 'engine/types.ts', 'type:library', 'type:notes', 'type:settings', 'type:hosts'],
  settings: ['platform'],
  background: ['engine', 'library', 'notes', 'settings', 'platform', 'hosts'],
  page: ['hosts', 'platform', 'look', 'engine/text', 'type:engine'],
  notes: ['engine', 'library', 'platform', 'settings'],
  ui: [
    'notes',
    'library',
    'hosts',
    'settings',
    'look',
    'platform',
    'type:engine',
    'engine/types.ts',
    'page/start.ts',
  ],
};
const IMPORT = /^(import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'/gm;
/** `import { type A, type B } from` imports types alone. */
const TYPES_ONLY = /^import\s+\{(?:\s*type\s[^,}]+,?)+\s*\}\s+from/;

const faults: string[] = [];
const files = [...filesBelow(join(root, 'src'), '.ts'), ...filesBelow(join(root, 'src'), '.tsx')];
for (const file of files) if (!/\.test\.tsx?$|\.d\.ts$/.test(file)) check(file);
for (const fault of faults) console.error(fault);
console.log(`imports of ${files.length} files: ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;

function check(file: string): void {
  const inside = relative(join(root, 'src'), file);
  const folder = inside.split('/')[0]!;
  const source = readFileSync(file, 'utf8');
  for (const match of source.matchAll(IMPORT)) {
    const target = relative(join(root, 'src'), join(dirname(file), match[3]!));
    const types = match[2] !== undefined || TYPES_ONLY.test(match[0]);
    if (target.split('/')[0] === folder) continue;
    const line = source.slice(0, match.index).split('\n').length;
    if (target.startsWith('../entrypoints'))
      faults.push(`src/${inside}:${line} imports entrypoints; nothing may`);
    else if (!mayImport(folder, target, types)) faults.push(`src/${inside}:${line} may not import ${target}`);
  }
}

function mayImport(folder: string, target: string, types: boolean): boolean {
  return (ALLOWED[folder] ?? []).some((entry) => {
    const needsType = entry.startsWith('type:');
    const path = needsType ? entry.slice(5) : entry;
    return (types || !needsType) && (target === path || target.startsWith(`${path}/`));
  });
}
