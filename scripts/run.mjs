// Runs scripts/<name>.ts: installs what is missing, bundles it when a source changed, and starts it in this process.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, isFresh, root } from './setup.mjs';

const name = process.argv[2];
process.argv.splice(1, 2, join(root, 'scripts', `${name}.ts`));
ensurePackages();
const folder = join(root, '.output/scripts');
const output = join(folder, `${name}.mjs`);
if (!isFresh(output, ['scripts', 'src', 'content', 'tests', 'package-lock.json', 'public/encoder'])) {
  mkdirSync(folder, { recursive: true });
  const { build } = await import('vite');
  const { libraryPlugin } = await bundledPlugin();
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [libraryPlugin()],
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'scripts')) },
    build: {
      ssr: join(root, `scripts/${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` } },
    },
    ssr: { noExternal: ['stemmer'] },
  });
}
await import(pathToFileURL(output).href);

/** Node cannot read the plug-in's TypeScript: Vite can. */
async function bundledPlugin() {
  const { runnerImport } = await import('vite');
  return (
    await runnerImport(join(root, 'src/library/plugin.ts'), { root, configFile: false, logLevel: 'error' })
  ).module;
}
