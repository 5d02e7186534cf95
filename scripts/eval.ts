// npm run eval: marks and panel lines on the labelled passages, on real paragraphs where they are, and on documents.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Engine } from '../src/engine/suggest.ts';
import { KINDS } from '../src/engine/types.ts';
import { loadEngine, loadSecondStage } from './engine.ts';
import { evaluateDocuments } from './eval-documents.ts';
import { root } from './setup.mjs';
import { share } from './share.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string' }, linear: { type: 'boolean' }, errors: { type: 'boolean' } },
});

const rowSchema = v.object({
  id: v.string(),
  topics: v.array(v.string()),
  text: v.string(),
  kind: v.fallback(v.picklist(KINDS), 'unknown'),
  title: v.optional(v.string(), ''),
  heading: v.optional(v.string(), ''),
  strength: v.optional(v.string()),
  stretch: v.optional(v.boolean(), false),
});
type Row = v.InferOutput<typeof rowSchema>;

const engine = loadEngine();
const secondStage = values.linear ? undefined : loadSecondStage();
const thresholds = engine.thresholds(secondStage?.scores(''));
evaluatePassages('passages', join(root, 'tests/eval/passages.jsonl'));
evaluatePassages('real', join(root, '../shared/eval/real.jsonl'));
if (values.documents)
  evaluateDocuments(join(root, 'tests/eval/documents.jsonl'), values.documents, values.errors ?? false);

function evaluatePassages(name: string, file: string): void {
  if (!existsSync(file)) {
    console.log(`${name}: not measured, its file is not here`);
    return;
  }
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(rowSchema, JSON.parse(line)));
  report(
    name,
    rows.filter((row) => row.strength !== 'weak'),
    engine,
  );
  const stretch = rows.filter((row) => row.stretch);
  if (stretch.length > 0) report(`${name}, stretches at their natural rate`, stretch, engine);
}

function report(name: string, rows: readonly Row[], engine: Engine): void {
  const tally = {
    shown: 0,
    right: 0,
    positive: 0,
    first: 0,
    three: 0,
    none: 0,
    falseMarks: 0,
    falsePanel: 0,
  };
  for (const row of rows) {
    const { text, kind, title, heading, topics } = row;
    const passage = { text, kind, title, heading };
    const scores = engine.isOpen(passage) ? secondStage?.scores(text) : undefined;
    const hints = engine.suggest(passage, {}, scores);
    const mark = hints.find((hint) => hint.shown === 'mark');
    const right = (topic: string | undefined) => topic !== undefined && topics.includes(topic);
    const weak = row.strength === 'weak';
    if (mark && !weak) tally.shown++;
    if (mark && right(mark.topic) && !weak) tally.right++;
    if (mark && !right(mark.topic) && values.errors) {
      console.log(
        `${row.id} [${topics}] got ${mark.topic}/${mark.note} ${mark.score.toFixed(2)}: ${text.slice(0, 110)}`,
      );
    }
    if (topics[0] === 'none') {
      tally.none++;
      if (mark) tally.falseMarks++;
      if (hints.length > 0) tally.falsePanel++;
    } else if (!weak) {
      tally.positive++;
      if (right(hints[0]?.topic)) tally.first++;
      if (hints.some((hint) => right(hint.topic))) tally.three++;
    }
  }
  console.log(
    `\n${name} (n ${rows.length}; mark at ${thresholds.mark.toFixed(2)}, panel at ${thresholds.panel})`,
  );
  console.log(`  marks whose topic is right          ${share(tally.right, tally.shown)}`);
  console.log(`  deserving passages with a right mark ${share(tally.right, tally.positive)}`);
  console.log(`  … with the right line first          ${share(tally.first, tally.positive)}`);
  console.log(`  … with a right line among three      ${share(tally.three, tally.positive)}`);
  console.log(`  silent passages with a mark          ${share(tally.falseMarks, tally.none)}`);
  console.log(`  silent passages with a panel line    ${share(tally.falsePanel, tally.none)}`);
}
