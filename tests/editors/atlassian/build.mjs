// Bundles the page of Atlassian's editor. Its packages pin many copies of each other, some of which cannot live in one
// page: those are brought to one copy each (research: editors.md 12).

import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] ?? join(here, '../../../.output/engines/atlaskit');
const modules = join(here, 'node_modules');
const top = (name) => join(modules, name);

/** The copy of a package that stands under another, or the top one. */
const plugins = join(modules, '@atlaskit/editor-plugins/node_modules/@atlaskit/editor-common');
const ONE_COPY = {
  '@atlaskit/editor-prosemirror': top('@atlaskit/editor-prosemirror'),
  '@atlaskit/editor-common': plugins,
  '@atlaskit/adf-schema': join(plugins, 'node_modules/@atlaskit/adf-schema'),
  '@atlaskit/custom-steps': top('@atlaskit/custom-steps'),
  '@atlaskit/editor-json-transformer': top('@atlaskit/editor-json-transformer'),
  '@atlaskit/tmp-editor-statsig': top('@atlaskit/tmp-editor-statsig'),
  '@atlaskit/platform-feature-flags': top('@atlaskit/platform-feature-flags'),
  react: top('react'),
  'react-dom': top('react-dom'),
};

/** Experiments whose configuration is of another version are at their default. */
const experiments = {
  name: 'experiments',
  setup({ onLoad }) {
    onLoad({ filter: /tmp-editor-statsig\/dist\/esm\/(?:experiments|expVal)\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        /throw new Error\([^;]*Editor experiment configuration is not defined[^;]*\);/g,
        'return false;',
      ),
      loader: 'jsx',
    }));
  },
};

mkdirSync(output, { recursive: true });
await build({
  entryPoints: { page: join(here, 'page.jsx') },
  outdir: output,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
  logLevel: 'error',
  mainFields: ['module', 'main'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  loader: { '.js': 'jsx', '.png': 'dataurl', '.svg': 'dataurl', '.woff2': 'dataurl' },
  alias: {
    ...ONE_COPY,
    ...Object.fromEntries(['events', 'buffer', 'string_decoder'].map((name) => [name, top(`${name}/`)])),
  },
  plugins: [experiments],
});
writeFileSync(
  join(output, 'index.html'),
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rewrite billing</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"></head><body><main></main><script>window.process = { env: {} };</script><script type="module" src="page.js"></script></body></html>',
);
