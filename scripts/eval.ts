// npm run eval: marks and panel lines on the labelled passages, on real paragraphs where they are, and on documents.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine, loadSecondStage } from './engine.ts';
import { type Row, readRows, tallyOf } from './measure.ts';
import { measureDocuments } from './measure-documents.ts';
import { root } from './setup.mjs';
import { share } from './share.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string' }, linear: { type: 'boolean' }, errors: { type: 'boolean' } },
});

const engine = loadEngine();
const secondStage = values.linear ? undefined : loadSecondStage();
const thresholds = engine.thresholds(secondStage?.scores(''));
evaluatePassages('passages', join(root, 'tests/eval/passages.jsonl'));
evaluatePassages('real', join(root, '../shared/eval/real.jsonl'));
if (values.documents) measureDocuments(values.documents, values.errors ?? false);

function evaluatePassages(name: string, file: string): void {
  if (!existsSync(file)) {
    console.log(`${name}: not measured, its file is not here`);
    return;
  }
  const rows = readRows(file);
  report(name, rows);
  const stretch = rows.filter((row) => row.stretch);
  if (stretch.length > 0) report(`${name}, stretches at their natural rate`, stretch);
}

function report(name: string, rows: readonly Row[]): void {
  const tally = tallyOf(rows, engine, secondStage, ({ id, topics, text }, mark) => {
    if (!values.errors) return;
    console.log(
      `${id} [${topics}] got ${mark.topic}/${mark.note} ${mark.score.toFixed(2)} by ${mark.reason.method}: ${text.slice(0, 110)}`,
    );
  });
  const { mark, panel } = thresholds;
  console.log(`\n${name} (n ${tally.positive + tally.none}; mark at ${mark.toFixed(2)}, panel at ${panel})`);
  console.log(`  marks whose topic is right          ${share(tally.right, tally.shown)}`);
  console.log(`  deserving passages with a right mark ${share(tally.right, tally.positive)}`);
  console.log(`  … with the right line first          ${share(tally.first, tally.positive)}`);
  console.log(`  … with a right line among three      ${share(tally.three, tally.positive)}`);
  console.log(`  silent passages with a mark          ${share(tally.falseMarks, tally.none)}`);
  console.log(`  silent passages with a panel line    ${share(tally.falsePanel, tally.none)}`);
}
