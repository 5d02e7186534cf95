// What training leaves for the build: the model file, made anew only when the library or the training changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packModel } from '../engine/relevance/pack.ts';
import { type Content, filesBelow } from '../library/read.ts';
import { labelledOf } from './labelled.ts';
import { fitLinear } from './linear.ts';

/** Trains on the library. Takes some ten seconds; the same library gives the same bytes. */
export function trainModel(content: Content): Uint8Array {
  const topics = content.topics.map((topic) => topic.id);
  const passages = labelledOf(content);
  const linear = fitLinear(
    passages,
    topics,
    content.notes.map((note) => note.id),
  );
  return packModel({ linear });
}

/**
 * The path of the model file for this library, trained where `cache` does not have it.
 * @param root the project's folder, whose sources of training count for the cache's key
 */
export function modelFile(content: Content, root: string): string {
  const cache = join(root, 'node_modules/.cache/staffwise');
  const hash = createHash('sha256');
  const sources = ['src/train', 'src/engine/relevance', 'src/engine/text'].flatMap((folder) =>
    filesBelow(join(root, folder), '.ts'),
  );
  for (const file of sources) if (!file.endsWith('.test.ts')) hash.update(readFileSync(file));
  hash.update(JSON.stringify(labelledOf(content)));
  const file = join(cache, `model-${hash.digest('hex').slice(0, 16)}.bin`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const model = trainModel(content);
  writeFileSync(file, model);
  return file;
}
