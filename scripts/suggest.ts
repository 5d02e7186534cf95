// npm run suggest: hints for text and Markdown files, the whole review with --document, or JSON lines.
// With --fail the exit status is 1 where a section is missing or a check stops: for a hook.
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Hint, KINDS, type Passage } from '../src/engine/types.ts';
import { noteOf, topicName } from '../src/library/index.ts';
import { loadEngine, loadSecondStage } from './engine.ts';
import { type FileReview, markdownOf, reviewText } from './review.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    all: { type: 'boolean' },
    document: { type: 'boolean' },
    fail: { type: 'boolean' },
  },
});

const engine = loadEngine();
const secondStage = loadSecondStage();
const knownKind = v.fallback(v.picklist(KINDS), 'unknown');
const line = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  kind: v.optional(knownKind),
  heading: v.optional(v.nullable(v.string())),
  title: v.optional(v.nullable(v.string())),
});

const wanted = (hint: Hint) => values.all || hint.shown === 'mark';

function hintsOf(passage: Passage): Hint[] {
  const scores = engine.isOpen(passage) ? secondStage.scores(passage.text) : undefined;
  return engine.suggest(passage, {}, scores).filter(wanted);
}

function printHints(file: string, { hints }: FileReview): void {
  for (const { block, heading, hint } of hints) {
    const note = noteOf(hint.note);
    if (!note) continue;
    const quote = block.text.slice(hint.start, hint.end).replace(/\s+/g, ' ');
    console.log(`\n${file}${heading ? ` · ${heading}` : ''}`);
    console.log(`  ${(note.plain ?? note.line).replace('{quote}', quote)}`);
    console.log(`  Why: “${quote}” ${hint.reason.because}.`);
    console.log(
      `  ${topicName(note.topic)} · ${note.title} · ${hint.note} · ${hint.score.toFixed(2)} ${hint.shown}`,
    );
  }
  if (hints.length === 0) console.log(`${file}: nothing to say.`);
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

function fieldsOf({ note, topic, start, end, score, reason, shown, place }: Hint) {
  return { note, topic, start, end, score: rounded(score), reason, shown, place };
}

/** The contract of `--jsonl` for one passage, and with `--document` for one whole document. */
function answerLine(source: string): object {
  const { id, heading, title, ...passage } = v.parse(line, JSON.parse(source));
  if (!values.document) {
    const hints = hintsOf({ ...passage, ...(heading && { heading }), ...(title && { title }) });
    return { id, hints: hints.map(fieldsOf) };
  }
  return { id, ...documentFields(reviewText(passage.text, title ?? undefined, hintsOf)) };
}

/** Offsets of hints are those of the whole text. */
function documentFields({ review, hints }: FileReview) {
  return {
    kind: review.kind,
    confidence: rounded(review.confidence),
    sections: review.sections.map(({ id, present, where }) => ({ id, present, where: where || null })),
    missing: review.missing,
    hints: hints.map(({ block, hint }) =>
      fieldsOf({ ...hint, start: block.start + hint.start, end: block.start + hint.end }),
    ),
  };
}

async function jsonLines(input: NodeJS.ReadableStream): Promise<void> {
  let number = 0;
  for await (const source of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (source.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(answerLine(source))}\n`);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ line: number, error: (error as Error).message })}\n`);
      process.exitCode = 2;
    }
  }
}

function reviewFile(input: string): void {
  const text = readFileSync(input === '-' ? 0 : input, 'utf8');
  const file = reviewText(text, undefined, hintsOf);
  if (values.json) console.log(JSON.stringify({ file: input, ...documentFields(file) }));
  else if (values.document) console.log(markdownOf(file));
  else printHints(basename(input), file);
  if (values.fail && file.review.missing.length + file.review.findings.length > 0) process.exitCode = 1;
}

const inputs = positionals.length > 0 ? positionals : ['-'];
for (const input of inputs) {
  if (values.jsonl) await jsonLines(input === '-' ? process.stdin : createReadStream(input));
  else reviewFile(input);
}
