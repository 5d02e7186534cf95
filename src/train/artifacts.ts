// What training leaves for the build: the model file, made anew only when the library or the training changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packHeads } from '../engine/relevance/encoder/heads.ts';
import { packModel } from '../engine/relevance/pack.ts';
import { type Content, filesBelow } from '../library/read.ts';
import { EMBEDDINGS_FILE, ENCODER_FILE, readEmbeddings } from './embeddings.ts';
import { FINE_TUNED_FILE, fitHeads } from './heads.ts';
import { labelledOf, titleText } from './labelled.ts';
import { fitLinear } from './linear.ts';
import { readSituations, SITUATIONS_FILE } from './situations.ts';

/** Trains on the library and the situations. Takes some twenty seconds; the same input gives the same bytes. */
function trainModel(content: Content, root: string): Uint8Array {
  const topics = content.topics.map((topic) => topic.id);
  const passages = [...labelledOf(content), ...readSituations(root)];
  const linear = fitLinear(
    passages,
    topics,
    content.notes.map((note) => note.id),
  );
  return packModel({ linear });
}

/** Fits the encoder's heads to the library. A second or two, and some 40 ms for each text that is new. */
export function trainHeads(content: Content, root: string): Uint8Array {
  const topics = content.topics.map((topic) => topic.id);
  return packHeads(fitHeads(labelledOf(content), topics, content.notes, readEmbeddings(root), root));
}

/**
 * The path of the model file for this library, trained where `cache` does not have it.
 * @param root the project's folder, whose sources of training count for the cache's key
 */
export function modelFile(content: Content, root: string): string {
  return cached('model', content, root, [SITUATIONS_FILE], () => trainModel(content, root));
}

/** The path of the encoder's heads for this library, likewise. */
export function headsFile(content: Content, root: string): string {
  const inputs = [ENCODER_FILE, EMBEDDINGS_FILE, FINE_TUNED_FILE];
  return cached('heads', content, root, inputs, () => trainHeads(content, root));
}

function cached(
  name: string,
  content: Content,
  root: string,
  inputs: readonly string[],
  make: () => Uint8Array,
): string {
  const cache = join(root, 'node_modules/.cache/staffwise');
  const hash = createHash('sha256');
  const sources = ['src/train', 'src/engine/relevance', 'src/engine/text'].flatMap((folder) =>
    filesBelow(join(root, folder), '.ts'),
  );
  for (const file of sources) if (!file.endsWith('.test.ts')) hash.update(readFileSync(file));
  for (const file of inputs) hash.update(readFileSync(join(root, file)));
  hash.update(JSON.stringify([labelledOf(content), content.notes.map(titleText)]));
  const file = join(cache, `${name}-${hash.digest('hex').slice(0, 16)}.bin`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, make());
  return file;
}
