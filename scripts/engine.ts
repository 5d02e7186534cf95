// The engine as the extension runs it, for commands in a terminal: library, trained model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackHeads } from '../src/engine/relevance/encoder/heads.ts';
import { scoreText } from '../src/engine/relevance/encoder/stage.ts';
import { LearnedRelevance } from '../src/engine/relevance/learned.ts';
import { LinearStage } from '../src/engine/relevance/linear.ts';
import { unpackModel } from '../src/engine/relevance/pack.ts';
import { SecondStage } from '../src/engine/relevance/second-stage.ts';
import { Engine } from '../src/engine/suggest.ts';
import { notes } from '../src/library/index.ts';
import { soundContent } from '../src/library/plugin.ts';
import { headsFile, modelFile } from '../src/train/artifacts.ts';
import { projectEncoder } from '../src/train/embeddings.ts';
import { root } from './setup.mjs';

/** The second look, as the extension's background has it. */
export function loadSecondStage(): SecondStage {
  const heads = unpackHeads(readFileSync(headsFile(soundContent(join(root, 'content')), root)));
  return new SecondStage(scoreText(projectEncoder(root), heads));
}

/** The linear stage; trains the model first where the library changed. */
export function loadLinearStage(): LinearStage {
  const bytes = readFileSync(modelFile(soundContent(join(root, 'content')), root));
  const { linear } = unpackModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return new LinearStage(linear);
}

/** Builds the engine. */
export function loadEngine(): Engine {
  return new Engine(notes, new LearnedRelevance(loadLinearStage()));
}
