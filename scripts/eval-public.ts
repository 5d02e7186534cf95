// npm run eval:public -- CLONES: the natural rate on public documents, whole reviews of five, and marks on manuals.
// CLONES holds clones at owner/name. Verdicts of a second reader are records under tests/eval/public/; a hint that
// has none yet is printed with its paragraph. --manuals reads manuals instead; --report FILE writes the findings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { chooseMarks } from '../src/engine/manners.ts';
import type { TextBlock } from '../src/engine/text/markup.ts';
import { wordsOf } from '../src/engine/text/words.ts';
import type { Hint, Passage } from '../src/engine/types.ts';
import { loadEngine, loadSecondStage } from './engine.ts';
import { Clones, hashOfText, isParagraph, type Source, sourceSchema } from './evaluation/public-text.ts';
import { hintsOf, readLines } from './measure.ts';
import { type FileReview, reviewText } from './review.ts';
import { root } from './setup.mjs';
import { share, wilson } from './share.ts';

const SAMPLED_LINES = 60;

const verdictSchema = v.object({
  ...sourceSchema.entries,
  sha256: v.string(),
  said: v.string(),
  verdict: v.picklist(['right', 'wrong']),
});

interface Said {
  source: Source;
  sha256: string;
  /** Id of a note, a check or a missing section. */
  said: string;
  shown: 'mark' | 'panel' | 'check' | 'missing';
  text: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { manuals: { type: 'boolean' }, report: { type: 'string' } },
});
if (!positionals[0]) throw new Error('usage: npm run eval:public -- CLONES [--manuals] [--report FILE]');
const clones = new Clones(positionals[0]);
const listOf = (name: string) => join(root, 'tests/eval/public', name);

const engine = loadEngine();
const secondStage = loadSecondStage();
const hints = (passage: Passage) => hintsOf(passage, engine, secondStage);
const keyOf = ({ sha256, said }: { sha256: string; said: string }) => `${sha256} ${said}`;
const verdicts = new Map(
  readLines(listOf('verdicts.jsonl'), verdictSchema).map((one) => [keyOf(one), one.verdict]),
);

const written: string[] = [];
const print = (...lines: string[]) => {
  written.push(...lines);
  console.log(lines.join('\n'));
};

const { mark, panel } = engine.thresholds(secondStage.scores(''));
print('# What the evaluation found on public documents', '');
print(
  "Written by `npm run eval:public`. Documents by repository, commit and path, and a second reader's verdicts by hash, stand under `tests/eval/public/`; no document is of a repository that training, thresholds or the other evaluation used. Counts, percent, and 95 % Wilson intervals.",
  '',
  `A mark at ${mark}, a line in the panel at ${panel}.`,
);
if (values.manuals) manuals();
else {
  naturalRate();
  reviews();
}
if (values.report) writeFileSync(values.report, `${written.join('\n')}\n`);

function naturalRate(): void {
  const sources = readLines(listOf('documents.jsonl'), sourceSchema);
  const files = sources.map((source) => ({
    source,
    file: reviewText(clones.read(source), undefined, hints),
  }));
  const paragraphs = files.flatMap(({ file }) => file.blocks.filter(isParagraph));
  const said = files.flatMap(({ source, file }) => hintsSaid(source, file, isParagraph));
  const marks = firstOfEach(said.filter(({ shown }) => shown === 'mark'));
  const lines = said.filter(({ shown }) => shown === 'panel');
  const sample = [...lines].sort((a, b) => (hashOfText(keyOf(a)) < hashOfText(keyOf(b)) ? -1 : 1));
  const isShort = (block: TextBlock) => !isParagraph(block);
  const short = files.flatMap(({ source, file }) => hintsSaid(source, file, isShort));
  const shortMarks = firstOfEach(short.filter(({ shown }) => shown === 'mark'));
  const drawn = files.reduce((sum, { file }) => sum + drawnIn(file), 0);
  const words = paragraphs.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  const right = rightOf(marks);
  const wrong = marks.length - right;
  const n = paragraphs.length;
  print('', '## The natural rate', '');
  print(
    `${n} consecutive paragraphs (${words} words) of ${sources.length} documents in ${new Set(sources.map(({ repository }) => repository)).size} repositories, marks on.`,
    '',
  );
  print('| what | found |', '| --- | --- |');
  print(`| paragraphs with a mark, by confidence | ${share(marks.length, n)} |`);
  judged('marks on shorter blocks (under 12 words) judged right', shortMarks);
  print(`| of all these, drawn by the quiet rules | ${drawn} |`);
  judged('marks judged right, all of them', [...marks, ...shortMarks]);
  print(
    `| paragraphs with a wrong mark, of those without a right one | ${share(wrong, n - right)}${oneIn(wrong, n - right)} |`,
  );
  print(`| words for each wrong mark | ${wordsEach(words, wrong, n)} |`);
  print(`| paragraphs with a panel line | ${share(new Set(lines.map(({ sha256 }) => sha256)).size, n)} |`);
  judged(
    `panel lines judged right, a sample of ${Math.min(SAMPLED_LINES, sample.length)} of ${lines.length}`,
    sample.slice(0, SAMPLED_LINES),
  );
}

/** A paragraph has one mark: the surest. */
function firstOfEach(said: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return said.filter(({ source, sha256 }) => {
    const key = `${source.path} ${sha256}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function drawnIn({ blocks, hints: found, review }: FileReview): number {
  const candidates = blocks.map(({ id, text }) => ({
    block: id,
    words: wordsOf(text).length,
    hints: found.filter(({ block }) => block.id === id).map(({ hint }) => hint),
  }));
  return chooseMarks(candidates, review.kind, 'me').length;
}

function reviews(): void {
  print('', '## Whole reviews', '');
  print(
    '`npm run suggest -- --document` on documents of different projects; every hint, check and missing section judged.',
    '',
  );
  print(
    '| document | marks right | panel lines right | checks right | missing sections right |',
    '| --- | --- | --- | --- | --- |',
  );
  const every: Said[] = [];
  for (const source of readLines(listOf('reviewed.jsonl'), sourceSchema)) {
    const file = reviewText(clones.read(source), undefined, hints);
    const said = [...hintsSaid(source, file, () => true), ...reviewSaid(source, file)];
    every.push(...said);
    print(`| ${source.repository}: ${source.path} (${file.review.kind}) | ${cells(said)} |`);
  }
  print(`| all | ${cells(every)} |`);
}

function cells(said: readonly Said[]): string {
  const kinds: Said['shown'][] = ['mark', 'panel', 'check', 'missing'];
  return kinds
    .map((kind) => said.filter(({ shown }) => shown === kind))
    .map((own) => (own.length === 0 ? '–' : share(rightOf(own), own.length)))
    .join(' | ');
}

function hintsSaid(
  source: Source,
  { hints: found }: FileReview,
  counts: (block: TextBlock) => boolean,
): Said[] {
  return found
    .filter(({ block }) => counts(block))
    .map(({ block, hint }) => ({
      source,
      sha256: hashOfText(block.text),
      said: hint.note,
      shown: hint.shown,
      text: described(hint, block.text),
    }));
}

function described(hint: Hint, text: string): string {
  return `${hint.topic} ${hint.score.toFixed(2)} “${text.slice(hint.start, hint.end)}”\n    ${text.replace(/\s+/g, ' ')}`;
}

/** Checks that stop, and sections that are said to be missing; the document stands for the paragraph. */
function reviewSaid(source: Source, { review, blocks }: FileReview): Said[] {
  const document = hashOfText(`${source.repository} ${source.commit} ${source.path}`);
  const found = review.findings.map((finding): Said => {
    const block = blocks[finding.at]!;
    return {
      source,
      sha256: hashOfText(block.text),
      said: finding.check,
      shown: 'check',
      text: block.text.slice(0, 600),
    };
  });
  return [
    ...found,
    ...review.missing.map((id): Said => ({ source, sha256: document, said: id, shown: 'missing', text: '' })),
  ];
}

/** How many were judged right; those without a verdict are printed, and count as wrong. */
function rightOf(said: readonly Said[]): number {
  return said.filter((one) => {
    const verdict = verdicts.get(keyOf(one));
    if (!verdict) unread(one);
    return verdict === 'right';
  }).length;
}

function unread({ source, sha256, said, shown, text }: Said): void {
  console.error(`\nnot judged: ${JSON.stringify({ ...source, sha256, said })} ${shown} ${text}`);
}

function judged(name: string, said: readonly Said[]): void {
  print(`| ${name} | ${share(rightOf(said), said.length)} |`);
}

function oneIn(count: number, of: number): string {
  return count === 0 ? '' : `, one in ${Math.round(of / count)}`;
}

/** Words for each of `count` marks on `n` paragraphs, with the interval of their rate. */
function wordsEach(words: number, count: number, n: number): string {
  const [low, high] = wilson(count, n).map((rate) => Math.round(words / (rate * n)));
  return count === 0
    ? `none in ${words} (at least ${high})`
    : `${Math.round(words / count)} (${high}–${low})`;
}

/** Manuals and references: text in which every mark is wrong. */
function manuals(): void {
  const files = readLines(listOf('manuals.jsonl'), sourceSchema).flatMap((source) => clones.files(source));
  let words = 0;
  let paragraphs = 0;
  const marks: string[] = [];
  for (const source of files) {
    const { blocks, hints: found } = reviewText(clones.read(source), undefined, hints);
    const prose = blocks.filter(isParagraph);
    paragraphs += prose.length;
    words += prose.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
    const marked = found.filter(({ block, hint }) => hint.shown === 'mark' && isParagraph(block));
    for (const { block, hint } of marked)
      marks.push(`${hint.note} ${hint.score.toFixed(2)} ${source.path}: ${block.text.slice(0, 160)}`);
  }
  for (const one of marks) console.error(one);
  print('', '## Unrelated text', '');
  print(
    `Manuals and language references: ${files.length} files, ${paragraphs} paragraphs, ${words} words. Every mark counts as wrong.`,
    '',
  );
  print(
    `Marks: ${share(marks.length, paragraphs)} of the paragraphs; words for each: ${wordsEach(words, marks.length, paragraphs)}.`,
  );
}
