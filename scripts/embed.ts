// npm run embed: brings src/train/embeddings.bin up to date with the library and the encoder's asset.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { soundContent } from '../src/library/plugin.ts';
import { EMBEDDINGS_FILE, readEmbeddings } from '../src/train/embeddings.ts';
import { labelledOf, titleText } from '../src/train/labelled.ts';
import { root } from './setup.mjs';

const content = soundContent(join(root, 'content'));
const texts = [...labelledOf(content).map(({ text }) => text), ...content.notes.map(titleText)];
const embeddings = readEmbeddings(root);
const bytes = embeddings.bytes(texts);
writeFileSync(join(root, EMBEDDINGS_FILE), bytes);
console.log(
  `${EMBEDDINGS_FILE}: ${texts.length} texts, ${embeddings.added} embedded anew, ${bytes.length} bytes`,
);
