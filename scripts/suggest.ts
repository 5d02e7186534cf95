// npm run suggest: hints for text and Markdown files, or for JSON lines.
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { blocksOfText } from '../src/engine/text/markup.ts';
import { type Block, type Hint, KINDS, type Passage } from '../src/engine/types.ts';
import { noteOf, topicName } from '../src/library/index.ts';
import { loadEngine } from './engine.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    all: { type: 'boolean' },
    document: { type: 'boolean' },
  },
});

const engine = loadEngine();
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
  return engine.suggest(passage).filter(wanted);
}

interface Found {
  block: Block;
  heading: string;
  hints: Hint[];
}

function hintsOfDocument(text: string, title: string): Found[] {
  const blocks = blocksOfText(text);
  let heading = '';
  return blocks.flatMap((block, at) => {
    if (block.type === 'heading') heading = block.text;
    if (block.type !== 'paragraph' && block.type !== 'item') return [];
    const before = blocks.slice(Math.max(0, at - 2), at).map((near) => near.text);
    const after = blocks.slice(at + 1, at + 2).map((near) => near.text);
    const hints = hintsOf({ text: block.text, heading, title, before, after });
    return hints.length > 0 ? [{ block, heading, hints }] : [];
  });
}

function print(file: string, found: Found[]): void {
  for (const { block, heading, hints } of found) {
    for (const hint of hints) {
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
  }
  if (found.length === 0) console.log(`${file}: nothing to say.`);
}

async function jsonLines(input: NodeJS.ReadableStream): Promise<void> {
  let number = 0;
  for await (const source of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (source.trim() === '') continue;
    try {
      const { id, heading, title, ...passage } = v.parse(line, JSON.parse(source));
      const hints = hintsOf({ ...passage, ...(heading && { heading }), ...(title && { title }) });
      const fields = hints.map(({ note, topic, start, end, score, reason, shown, place }) => ({
        note,
        topic,
        start,
        end,
        score: Math.round(score * 1e4) / 1e4,
        reason,
        shown,
        place,
      }));
      process.stdout.write(`${JSON.stringify({ id, hints: fields })}\n`);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ line: number, error: (error as Error).message })}\n`);
      process.exitCode = 2;
    }
  }
}

const inputs = positionals.length > 0 ? positionals : ['-'];
if (values.jsonl) {
  for (const input of inputs) await jsonLines(input === '-' ? process.stdin : createReadStream(input));
} else {
  for (const input of inputs) {
    const found = hintsOfDocument(readFileSync(input === '-' ? 0 : input, 'utf8'), basename(input));
    if (values.json) console.log(JSON.stringify(found));
    else print(input, found);
  }
}
