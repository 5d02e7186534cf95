// Kind and sections of labelled public documents, and what empty templates raise. Their texts are not ours: they
// are read from a folder, as `<id>.md` or out of clones at `<owner>/<name>`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DocumentReader } from '../src/engine/documents/document.ts';
import { blocksOfText } from '../src/engine/text/markup.ts';
import { KINDS } from '../src/engine/types.ts';
import { checks, documents, families } from '../src/library/index.ts';
import { reviewText } from './review.ts';
import { root } from './setup.mjs';
import { share } from './share.ts';

const sourced = { id: v.string(), source: v.string() };
const labelled = v.object({
  ...sourced,
  kind: v.picklist(KINDS),
  title: v.string(),
  /** Sections that are there in substance, or are not; doubtful ones are left out. */
  sections: v.record(v.string(), v.boolean()),
  /** What is looked at while mending, and what is only counted. */
  half: v.optional(v.picklist(['tune', 'report'])),
});
const template = v.object(sourced);
type Labelled = v.InferOutput<typeof labelled>;

const SOURCE = /^([^@]+)@([0-9a-f]{40}):(.+)$/;

/** The text of a document in `folder`; null where it is not there. @throws where a source is not `repository@commit:path` */
function textIn(folder: string, { id, source }: { id: string; source: string }): string | null {
  const file = join(folder, `${id}.md`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const [, repository, commit, path] = SOURCE.exec(source) ?? [];
  if (!repository) throw new Error(`${id}: ${source} is no repository@commit:path`);
  const clone = join(folder, repository);
  if (!existsSync(clone)) return null;
  return execFileSync('git', ['-C', clone, 'show', `${commit}:${path}`], { encoding: 'utf8' });
}

function rowsOf<T>(name: string, schema: v.GenericSchema<unknown, T>): T[] {
  const lines = readFileSync(join(root, 'tests/eval', name), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => v.parse(schema, JSON.parse(line)));
}

/** Prints what is measured on the documents and templates found in `folder`; each error where `verbose`. */
export function measureDocuments(folder: string, verbose: boolean): void {
  measure('documents', rowsOf('documents.jsonl', labelled), folder, verbose);
  const ours = rowsOf('public-documents.jsonl', labelled);
  for (const half of ['tune', 'report'] as const) {
    const rows = ours.filter((row) => row.half === half);
    measure(`public documents, ${half} half`, rows, folder, verbose && half === 'tune');
  }
}

function measure(name: string, rows: readonly Labelled[], folder: string, verbose: boolean): void {
  const reader = new DocumentReader({ documents, families, checks });
  const say = (line: string) => verbose && console.log(`  ${line}`);
  const kinds = { right: 0, seen: 0 };
  const missing = { both: 0, said: 0, are: 0 };
  for (const label of rows) {
    const text = textIn(folder, label);
    if (text === null) continue;
    const document = { title: label.title, blocks: blocksOfText(text) };
    const found = reader.review(document);
    kinds.seen++;
    if (found.kind === label.kind) kinds.right++;
    else
      say(`${label.id} ${label.kind} taken for ${found.kind} ${found.confidence.toFixed(2)}: ${label.title}`);
    // Sections are judged apart from the kind: as if a person had corrected it.
    const { sections } = reader.review({ ...document, corrected: label.kind });
    for (const [id, present] of Object.entries(label.sections)) {
      const section = sections.find((candidate) => candidate.id === id);
      const said = !section?.present;
      if (said) missing.said++;
      if (!present) missing.are++;
      if (said && !present) missing.both++;
      if (said !== present) continue;
      const at = section?.present ? `: ${document.blocks[section.at]?.text.slice(0, 140)}` : '';
      say(
        `${label.id} ${id}: ${present ? 'there, not found' : `absent, found under "${section?.where}"${at}`}`,
      );
    }
  }
  console.log(`\n${name} (n ${kinds.seen} of ${rows.length})`);
  console.log(`  kind right           ${share(kinds.right, kinds.seen)}`);
  console.log(`  missing, precision   ${share(missing.both, missing.said)}`);
  console.log(`  missing, recall      ${share(missing.both, missing.are)}`);
}

/** Prints in how many templates that nobody has filled in something counts as written, or raises a hint. */
export function measureTemplates(
  folder: string,
  hintsOf: Parameters<typeof reviewText>[2],
  verbose: boolean,
): void {
  const rows = rowsOf('templates.jsonl', template);
  const counts = { seen: 0, known: 0, empty: 0, quiet: 0 };
  for (const row of rows) {
    const text = textIn(folder, row);
    if (text === null) continue;
    const { review, hints, blocks } = reviewText(text, undefined, hintsOf);
    const present = review.sections.filter((section) => section.present);
    counts.seen++;
    if (review.kind !== 'unknown') counts.known++;
    if (present.length === 0) counts.empty++;
    if (hints.length + review.findings.length === 0) counts.quiet++;
    if (!verbose) continue;
    for (const { id, where, at } of present)
      console.log(`  ${row.id} ${review.kind} ${id} under "${where}": ${blocks[at]?.text.slice(0, 140)}`);
    for (const { hint, block } of hints)
      console.log(`  ${row.id} hint ${hint.note}: ${block.text.slice(0, 140)}`);
    for (const { check, at } of review.findings)
      console.log(`  ${row.id} check ${check}: ${blocks[at]?.text.slice(0, 140)}`);
  }
  console.log(`\nempty templates (n ${counts.seen} of ${rows.length})`);
  console.log(`  of a known kind              ${share(counts.known, counts.seen)}`);
  console.log(`  nothing counts as written    ${share(counts.empty, counts.seen)}`);
  console.log(`  no hint and no check         ${share(counts.quiet, counts.seen)}`);
}
