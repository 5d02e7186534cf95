// npm run eval: marks and panel lines on the labelled passages, on real paragraphs where they are, and on documents.
// --baselines: other methods beside it; --folds: cross-validation; --tables: topics, notes, calibration, confusion;
// --report FILE: all of these, written to a file; --errors: what is wrong, the surest first, and --documents FOLDER: kind and sections.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { topics } from '../src/library/index.ts';
import { loadEngine, loadLinearStage, loadSecondStage } from './engine.ts';
import { compare, methodsOf } from './evaluation/baselines.ts';
import { judgeUnseen } from './evaluation/folds.ts';
import { byNote, byTopic, calibrationCurve, confusions } from './evaluation/tables.ts';
import { isRight, isSilent, type Judged, judge, type Row, readRows, tallyOf } from './measure.ts';
import { measureDocuments } from './measure-documents.ts';
import { root } from './setup.mjs';
import { share } from './share.ts';

const { values } = parseArgs({
  options: {
    baselines: { type: 'boolean' },
    documents: { type: 'string' },
    errors: { type: 'boolean' },
    folds: { type: 'boolean' },
    linear: { type: 'boolean' },
    report: { type: 'string' },
    tables: { type: 'boolean' },
  },
});
const all = values.report !== undefined;

const written: string[] = [];
const print = (...lines: readonly string[]) => {
  for (const line of lines) {
    written.push(line);
    console.log(line);
  }
};

const engine = loadEngine();
const secondStage = values.linear ? undefined : loadSecondStage();
const { mark, panel } = engine.thresholds(secondStage?.scores(''));
print(
  '# What the evaluation found',
  '',
  'Written by `npm run eval -- --report docs/evaluation.md`. Counts, percent, and 95 % Wilson intervals; `docs/evaluation-public.md` has public documents. No threshold, weight or text was chosen on these passages.',
  '',
  `A mark at ${mark}, a line in the panel at ${panel}.`,
);
const passages = readRows(join(root, 'tests/eval/passages.jsonl'));
const realFile = join(root, '../shared/eval/real.jsonl');
const real = existsSync(realFile) ? readRows(realFile) : [];
if (real.length === 0) print('', 'Real paragraphs are not measured: their file is not here.');

const judgedPassages = judge(passages, engine, secondStage);
const judgedReal = judge(real, engine, secondStage);
const stretches = judgedReal.filter(({ row }) => row.stretch);
print('', '## Rates', '');
rates({
  passages: judgedPassages,
  'real paragraphs': judgedReal,
  'stretches at their natural rate': stretches,
});
if (values.baselines || all) baselines();
if (values.folds || all) folds();
if (values.tables || all) tables();
if (all) print('', readFileSync(join(root, 'tests/eval/errors-read.md'), 'utf8').trim());
if (values.report) writeFileSync(values.report, `${written.join('\n')}\n`);
if (values.errors) printErrors([...judgedPassages, ...judgedReal]);
if (values.documents) measureDocuments(values.documents, values.errors ?? false);

function rates(sets: Record<string, readonly Judged[]>): void {
  const named = Object.entries(sets).filter(([, judged]) => judged.length > 0);
  const tallies = named.map(([, judged]) => tallyOf(judged));
  const line = (name: string, cell: (tally: ReturnType<typeof tallyOf>) => string) =>
    print(`| ${[name, ...tallies.map(cell)].join(' | ')} |`);
  print(`| what | ${named.map(([name, judged]) => `${name} (n ${judged.length})`).join(' | ')} |`);
  print(`| --- | ${named.map(() => '---').join(' | ')} |`);
  line('marks whose topic is right', (tally) => share(tally.right, tally.shown));
  line('deserving passages with a right mark', (tally) => share(tally.right, tally.positive));
  line('… with the right line first', (tally) => share(tally.first, tally.positive));
  line('… with a right line among three', (tally) => share(tally.three, tally.positive));
  line('silent passages with a mark', (tally) => share(tally.falseMarks, tally.none));
  line('silent passages with a panel line', (tally) => share(tally.falsePanel, tally.none));
}

function baselines(): void {
  const methods = methodsOf(loadLinearStage(), secondStage ?? loadSecondStage());
  for (const [name, rows] of Object.entries({ passages, 'real paragraphs': real } as Record<string, Row[]>)) {
    if (rows.length === 0) continue;
    print('', `## Methods on ${name}`, '');
    print(
      'First and among three: of deserving passages, whatever the score. The last two: at the threshold of each method that marks 3 % of the silent passages, chosen on the set itself, for comparison only.',
    );
    print('', '| method | right topic first | among three | coverage at 3 % | precision at 3 % |');
    print('| --- | --- | --- | --- | --- |');
    for (const method of methods) print(compare(method, rows));
  }
}

function folds(): void {
  const { linear, both } = judgeUnseen();
  print('', '## Cross-validation on the library', '');
  print(
    'The tenth of examples, false friends and neutral text that fine-tuning never saw; linear stage and heads fitted to the other nine; no triggers.',
    '',
  );
  rates({ 'linear floor': linear, 'with the encoder': both });
}

function tables(): void {
  const judged = [...judgedPassages, ...judgedReal];
  print('', '## How true the probabilities are', '', ...calibrationCurve(judged));
  print('', '## What is taken for what', '', ...confusions(judged));
  print(
    '',
    '## By topic',
    '',
    ...byTopic(
      judged,
      topics.map(({ id }) => id),
    ),
  );
  print(
    '',
    '## By note',
    '',
    'Notes that were marked, and those of at least four lines that are wrong most.',
    '',
  );
  print(...byNote(judged));
}

/** The first lines that are wrong, the surest first, and deserving passages that get none: to be read one by one. */
function printErrors(judged: readonly Judged[]): void {
  const wrong = judged
    .filter(({ row, hints }) => (hints[0] ? !isRight(row, hints[0]) : !isSilent(row)))
    .sort((a, b) => (b.hints[0]?.score ?? 0) - (a.hints[0]?.score ?? 0));
  for (const { row, hints } of wrong) {
    const [first] = hints;
    const said = first ? `${first.topic}/${first.note} ${first.score.toFixed(2)} ${first.shown}` : 'nothing';
    console.log(`${row.id} [${row.topics}] got ${said}: ${row.text.replace(/\s+/g, ' ')}`);
  }
}
