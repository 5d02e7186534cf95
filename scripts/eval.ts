// npm run eval (first form): top-1, top-3 and the separation of silence, on the labelled passages.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LinearStage } from '../src/engine/relevance/linear.ts';
import { wordsOf } from '../src/engine/text/words.ts';
import { readContent } from '../src/library/read.ts';
import { labelledOf } from '../src/train/labelled.ts';
import { fitLinear } from '../src/train/linear.ts';
import { root } from './setup.mjs';

const content = readContent(join(root, 'content'));
const topics = content.topics.map((topic) => topic.id);
const started = Date.now();
const passages = labelledOf(content);
const model = fitLinear(
  passages,
  topics,
  content.notes.map((note) => note.id),
);
console.log(`fitted on ${passages.length} passages in ${((Date.now() - started) / 1000).toFixed(1)} s`);
const stage = new LinearStage(model);

for (const file of ['passages', 'real']) {
  const path = join(root, `../shared/eval/${file}.jsonl`);
  if (!existsSync(path)) continue;
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          topics: string[];
          text: string;
          title: string;
          heading: string;
          strength?: string;
        },
    )
    .filter((row) => row.strength !== 'weak');
  let first = 0;
  let three = 0;
  let positive = 0;
  const worth: { right: boolean; score: number }[] = [];
  for (const row of rows) {
    const scores = stage.score(wordsOf(row.text), wordsOf(`${row.title ?? ''} ${row.heading ?? ''}`));
    worth.push({ right: row.topics[0] !== 'none', score: scores.worth });
    if (row.topics[0] === 'none') continue;
    positive++;
    const order = [...scores.topics.keys()].sort((a, b) => scores.topics[b]! - scores.topics[a]!);
    if (row.topics.includes(topics[order[0]!]!)) first++;
    if (order.slice(0, 3).some((at) => row.topics.includes(topics[at]!))) three++;
  }
  console.log(
    `${file}: top-1 ${first}/${positive} ${((first / positive) * 100).toFixed(1)} %, top-3 ${((three / positive) * 100).toFixed(1)} %, AUC ${auc(worth).toFixed(3)}`,
  );
}

function auc(rows: { right: boolean; score: number }[]): number {
  let wins = 0;
  let pairs = 0;
  for (const a of rows) {
    if (!a.right) continue;
    for (const b of rows) {
      if (b.right) continue;
      pairs++;
      wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
    }
  }
  return wins / pairs;
}
