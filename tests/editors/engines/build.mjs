// Bundles one page an engine into .output/engines, each with a reader of the page script's own.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '../../../.output/engines');
const names = readdirSync(join(here, 'pages')).map((file) => file.replace(/\.tsx?$/, ''));

for (const name of names) {
  const folder = join(output, name);
  await bundle(join(here, 'pages', name), folder);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rewrite billing</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"></head><body><main></main><script type="module" src="page.js"></script></body></html>`,
  );
}
// Pages of hosts: their HTML stands beside their script.
const hosts = readdirSync(join(here, 'hosts')).filter((file) => file.endsWith('.html'));
for (const file of hosts) {
  const name = file.replace('.html', '');
  await bundle(join(here, 'hosts', `${name}.ts`), join(output, 'hosts', name));
  copyFileSync(join(here, 'hosts', file), join(output, 'hosts', name, 'index.html'));
}
copyFileSync(join(here, 'hosts/host.css'), join(output, 'hosts/host.css'));
await build({
  entryPoints: { reader: join(here, 'reader.ts') },
  outdir: output,
  bundle: true,
  format: 'iife',
  logLevel: 'error',
});
console.log(`${names.length} pages: ${names.join(', ')}`);

/** Bundles one page's script and styles into a folder; others, as that of Atlassian's editor, stay. */
async function bundle(entry, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { page: entry },
    outdir: folder,
    bundle: true,
    format: 'esm',
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
    minify: true,
    logLevel: 'error',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.ttf': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  });
}
