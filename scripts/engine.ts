// The engine as the extension runs it, for commands in a terminal: library, trained model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LearnedRelevance } from '../src/engine/relevance/learned.ts';
import { LinearStage } from '../src/engine/relevance/linear.ts';
import { unpackModel } from '../src/engine/relevance/pack.ts';
import { Engine } from '../src/engine/suggest.ts';
import { notes } from '../src/library/index.ts';
import { soundContent } from '../src/library/plugin.ts';
import { modelFile } from '../src/train/artifacts.ts';
import { root } from './setup.mjs';

/** Builds the engine; trains the model first where the library changed. */
export function loadEngine(): Engine {
  const bytes = readFileSync(modelFile(soundContent(join(root, 'content')), root));
  const { linear } = unpackModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return new Engine(notes, new LearnedRelevance(new LinearStage(linear)));
}
