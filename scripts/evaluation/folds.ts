// Cross-validation on the library: models that have not seen the passages they are asked about.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { scoreText } from '../../src/engine/relevance/encoder/stage.ts';
import { LearnedRelevance } from '../../src/engine/relevance/learned.ts';
import { LinearStage } from '../../src/engine/relevance/linear.ts';
import { SecondStage } from '../../src/engine/relevance/second-stage.ts';
import { Engine } from '../../src/engine/suggest.ts';
import { notes } from '../../src/library/index.ts';
import { soundContent } from '../../src/library/plugin.ts';
import { projectEncoder, readEmbeddings } from '../../src/train/embeddings.ts';
import { fitHeads } from '../../src/train/heads.ts';
import { labelledOf } from '../../src/train/labelled.ts';
import { fitLinear } from '../../src/train/linear.ts';
import { readSituations } from '../../src/train/situations.ts';
import { type Judged, judge, type Row } from '../measure.ts';
import { root } from '../setup.mjs';

const UNSEEN = 100n;

/** The tenth of the library that fine-tuning never sees (tools/encoder/train.py has the same rule). */
export function isUnseen(text: string): boolean {
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % 1000n < UNSEEN;
}

/**
 * What the engine says of the unseen tenth, its linear stage and heads fitted to the other nine. Triggers are left
 * out: they were written beside the examples.
 */
export function judgeUnseen(): { linear: Judged[]; both: Judged[] } {
  const content = soundContent(join(root, 'content'));
  const topics = content.topics.map(({ id }) => id);
  const ids = content.notes.map(({ id }) => id);
  const passages = labelledOf(content);
  const seen = passages.filter(({ text }) => !isUnseen(text));
  const rows = passages
    .filter(({ text }) => isUnseen(text))
    .map((passage, at): Row => {
      const labels = passage.topics.length > 0 ? [...passage.topics] : ['none'];
      return {
        id: `${at}`,
        topics: labels,
        text: passage.text,
        kind: 'unknown',
        title: '',
        heading: '',
        stretch: false,
      };
    });
  const stage = new LinearStage(fitLinear([...seen, ...readSituations(root)], topics, ids));
  const untriggered = notes.map((note) => ({ ...note, triggers: [] }));
  const engine = new Engine(untriggered, new LearnedRelevance(stage));
  const heads = fitHeads(seen, topics, content.notes, readEmbeddings(root), root);
  const secondStage = new SecondStage(scoreText(projectEncoder(root), heads));
  return { linear: judge(rows, engine), both: judge(rows, engine, secondStage) };
}
