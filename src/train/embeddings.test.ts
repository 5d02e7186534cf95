import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../library/read.ts';
import { projectEncoder, readEmbeddings } from './embeddings.ts';
import { labelledOf } from './labelled.ts';

const root = join(import.meta.dirname, '../..');

it('keeps the vectors that the asset gives, for fifty texts of the library', () => {
  const texts = labelledOf(readContent(join(root, 'content'))).map(({ text }) => text);
  const embeddings = readEmbeddings(root);
  const encoder = projectEncoder(root);
  for (let i = 0; i < 50; i++) {
    const text = texts[Math.floor((i * texts.length) / 50)]!;
    const kept = embeddings.of(text);
    const anew = encoder.embed(text);
    expect(
      kept.reduce((sum, value, at) => sum + value * anew[at]!, 0),
      text,
    ).toBeGreaterThan(0.998);
  }
  // A build embeds what is new, some 40 ms a text; `npm run embed` brings the file up to date.
  expect(embeddings.added).toBeLessThan(10);
}, 120_000);
