// Named peers on the same text in the same run. They are installed by the bench, never by npm test or npm start.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, root } from '../../scripts/setup.mjs';
import { ms } from './statistics.ts';

const folder = join(root, 'tests/bench/peers');

/** Lines of the report: each peer's time over `sample`, and how many times `ours` that is. */
export async function benchPeers(sample: readonly string[], ours: number): Promise<string[]> {
  ensurePackages(folder);
  const ratio = (theirs: number) => `${ms(theirs)}, ${(theirs / ours).toFixed(1)} times ours`;
  const lines: string[] = [];
  for (const [name, run] of Object.entries({
    'harper.js': harper,
    'retext (readability, simplify)': retext,
  })) {
    try {
      lines.push(`  ${name} ${ratio(await run(sample))}`);
    } catch (error) {
      lines.push(`  ${name} could not be measured: ${(error as Error).message}`);
    }
  }
  return lines;
}

async function load(path: string): Promise<Record<string, never>> {
  return import(/* @vite-ignore */ pathToFileURL(join(folder, 'node_modules', path)).href);
}

async function overAll(sample: readonly string[], read: (text: string) => Promise<unknown>): Promise<number> {
  await read(sample[0]!);
  const before = performance.now();
  for (const text of sample) await read(text);
  return performance.now() - before;
}

async function harper(sample: readonly string[]): Promise<number> {
  const { LocalLinter } = (await load('harper.js/dist/index.js')) as unknown as {
    LocalLinter: new (options: object) => { setup(): Promise<void>; lint(text: string): Promise<unknown> };
  };
  const { binary } = (await load('harper.js/dist/binary.js')) as unknown as { binary: object };
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return overAll(sample, (text) => linter.lint(text));
}

async function retext(sample: readonly string[]): Promise<number> {
  type Plugin = { default: unknown };
  type Processor = { use(plugin: unknown): Processor; process(text: string): Promise<unknown> };
  const { unified } = (await load('unified/index.js')) as unknown as { unified(): Processor };
  const names = ['retext-english', 'retext-readability', 'retext-simplify', 'retext-stringify'];
  let processor = unified();
  for (const name of names)
    processor = processor.use(((await load(`${name}/index.js`)) as unknown as Plugin).default);
  return overAll(sample, (text) => processor.process(text));
}
