// Before end-to-end tests: every page they open is built once, and what is written there is found, so that files that
// run side by side only serve.
import { buildEngines } from './editors/engines/serve.ts';
import { likelyPassages } from './editors/passage.ts';
import { buildPages } from './editors/serve.ts';

export default async function setup(): Promise<void> {
  buildEngines();
  await buildPages();
  likelyPassages();
}
