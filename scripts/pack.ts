// npm run pack -- FOLDER [FILE]: one file of a folder of notes in the library's format, checked as an import checks it.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { filesBelow } from '../src/library/read.ts';
import { PACK_FORMAT, type Pack, pack } from '../src/notes/import/pack.ts';

const [folder, target] = process.argv.slice(2);

/** Text files of the folder that belong to a pack, by their paths within it. */
function packOf(root: string): Pack {
  const paths = [...filesBelow(root, '.md'), ...filesBelow(root, '.examples.yaml')];
  return {
    format: PACK_FORMAT,
    version: 1,
    name: basename(root),
    files: paths.map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    })),
  };
}

if (!folder) {
  console.error('Which folder? npm run pack -- FOLDER [FILE]');
  process.exitCode = 2;
} else {
  const root = resolve(folder);
  const made = packOf(root);
  const text = JSON.stringify(made);
  const { notes, skipped } = pack.read([{ path: basename(root), text }]);
  for (const { file, line, reason, detail } of skipped) {
    console.error(`${file}${line ? `:${line}` : ''} ${reason}: ${detail ?? ''}`);
  }
  if (skipped.length > 0 || notes.length === 0) {
    console.error(notes.length === 0 ? 'There is no note in it.' : 'Nothing was written.');
    process.exitCode = 1;
  } else {
    const file = target ?? `${basename(root)}.staffwise-pack.json`;
    writeFileSync(file, text);
    console.log(`${file}: ${notes.length} notes`);
  }
}
