// The last step of npm run build: the size of each part of both packages, as it is and compressed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12);

for (const target of ['chrome-mv3', 'firefox-mv3']) {
  const folder = join(root, '.output', target);
  if (!existsSync(folder)) continue;
  console.log(`\n${target}${' '.repeat(26 - target.length)}${'size'.padStart(12)}${'gzip'.padStart(12)}`);
  const sum = { bytes: 0, packed: 0 };
  for (const [part, files] of partsOf(folder)) {
    const bytes = files.reduce((total, file) => total + statSync(file).size, 0);
    const packed = files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0);
    sum.bytes += bytes;
    sum.packed += packed;
    console.log(part.padEnd(26) + kilobytes(bytes) + kilobytes(packed));
  }
  console.log('in all'.padEnd(26) + kilobytes(sum.bytes) + kilobytes(sum.packed));
}

/** Files by part: each of the top folder by itself, else the folder; chunks by their name without the hash. */
function partsOf(folder) {
  const parts = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const [top, name] = file.slice(folder.length + 1).split(/[\\/]/);
    const part = top === 'chunks' ? `chunks/${name.replace(/-[\w-]{8}(?=\.js$)/, '')}` : top;
    parts.set(part, [...(parts.get(part) ?? []), file]);
  }
  return [...parts].sort(([a], [b]) => a.localeCompare(b));
}
