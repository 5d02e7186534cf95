// Reads the files of content/ from disk and checks each; used at build and by the checker, never in the browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import * as v from 'valibot';
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import {
  type Check,
  type CheckCase,
  casesSchema,
  checkSchema,
  type DocumentKind,
  documentSchema,
  type Example,
  examplesSchema,
  type FalseFriend,
  type Family,
  familySchema,
  type Library,
  type Note,
  neutralSchema,
  noteSchema,
  type Topic,
  topicsSchema,
} from './schema.ts';

/** A fault in a file of the library. */
export interface Fault {
  file: string;
  line: number;
  rule: string;
  /** What is wrong, and how to mend it. */
  message: string;
}

/** A passage on which silence is right. */
export interface Neutral {
  text: string;
  kind: string;
  hard: boolean;
  file: string;
}

/** Examples and false friends of one note, with where they stand. */
export interface NoteExamples {
  note: string;
  file: string;
  examples: Example[];
  falseFriends: FalseFriend[];
}

/** All of content/, and every fault found in it. */
export interface Content extends Library {
  examples: NoteExamples[];
  neutral: Neutral[];
  /** Cases of each check, by its id. */
  cases: Map<string, CheckCase[]>;
  faults: Fault[];
  /** File of each note, by id. */
  files: Map<string, string>;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/;

/** Files below `dir` whose name ends in `ending`, sorted, as absolute paths. */
export function filesBelow(dir: string, ending: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Splits a file into its front matter and body; null where it has none. */
export function splitFrontMatter(text: string): { meta: string; body: string } | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { meta: match[1] ?? '', body: (match[2] ?? '').trim() } : null;
}

/**
 * Parses YAML against a schema.
 * @param source the YAML
 * @param schema what it must hold
 * @param file name for the faults
 * @param firstLine line of the file at which the YAML starts, from 1
 * @returns the parsed value or the faults, each with file, line and the path of the field
 */
export function parseYaml<S extends v.GenericSchema>(
  source: string,
  schema: S,
  file: string,
  firstLine: number,
): { value: v.InferOutput<S> } | { faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        rule: 'yaml',
        message: error.message.split('\n')[0] ?? 'cannot be parsed',
      })),
    };
  }
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: result.output };
  return {
    faults: result.issues.map((issue) => {
      const path = (issue.path ?? []).map((part) => part.key as string | number);
      return {
        file,
        line: lineAt(offsetOf(document, path)),
        rule: 'schema',
        message: `${path.join('.') || 'file'}: ${issue.message}`,
      };
    }),
  };
}

/** Offset of the deepest node on `path` that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return node.range[0] as number;
    }
  }
  return 0;
}

/** Parses a Markdown file with front matter; its faults go to `faults`. */
export function parseMarkdown<S extends v.GenericSchema>(
  text: string,
  schema: S,
  file: string,
  faults: Fault[],
): (v.InferOutput<S> & { body: string }) | null {
  const parts = splitFrontMatter(text);
  if (!parts) {
    faults.push({
      file,
      line: 1,
      rule: 'front-matter',
      message: 'starts with no front matter between two lines of ---',
    });
    return null;
  }
  const parsed = parseYaml(parts.meta, schema, file, 2);
  if ('faults' in parsed) {
    faults.push(...parsed.faults);
    return null;
  }
  return { ...(parsed.value as object), body: parts.body } as v.InferOutput<S> & { body: string };
}

/**
 * Reads and checks the form of everything below `root` (the folder content/).
 * @returns what could be parsed, and the faults of what could not, ids that stand twice among them
 */
export function readContent(root: string): Content {
  const faults: Fault[] = [];
  const files = new Map<string, string>();
  const name = (file: string) => join(basename(root), relative(root, file));
  const topics = readTopics(join(root, 'topics.json'), faults);
  const notes: Note[] = [];
  const examples: NoteExamples[] = [];
  for (const file of filesBelow(join(root, 'notes'), '.md')) {
    const note = parseMarkdown(readFileSync(file, 'utf8'), noteSchema, name(file), faults);
    if (!note) continue;
    if (basename(file, '.md') !== note.id) {
      faults.push({ file: name(file), line: 2, rule: 'id', message: `id ${note.id} is not the file's name` });
    }
    const earlier = files.get(note.id);
    if (earlier) {
      faults.push({
        file: name(file),
        line: 2,
        rule: 'duplicate-id',
        message: `id ${note.id} is taken by ${earlier}`,
      });
      continue;
    }
    files.set(note.id, name(file));
    notes.push(note);
    examples.push(readExamples(file.replace(/\.md$/, '.examples.yaml'), note.id, name, faults));
  }
  const documents: DocumentKind[] = [];
  for (const file of filesBelow(join(root, 'documents'), '.md')) {
    const document = parseMarkdown(readFileSync(file, 'utf8'), documentSchema, name(file), faults);
    if (document) documents.push(document);
  }
  const neutral = filesBelow(join(root, 'neutral'), '.md').flatMap((file) =>
    readNeutral(file, name(file), faults),
  );
  const families = markdownBelow(join(root, 'families')).flatMap((file): Family[] => {
    const family = parseMarkdown(readFileSync(file, 'utf8'), familySchema, name(file), faults);
    return family ? [family] : [];
  });
  const { checks, cases } = readChecks(join(root, 'checks'), name, faults);
  return { topics, notes, documents, families, checks, examples, neutral, cases, faults, files };
}

/** Markdown files below a folder that packs may lack. */
function markdownBelow(folder: string): string[] {
  return existsSync(folder) ? filesBelow(folder, '.md') : [];
}

function readChecks(
  folder: string,
  name: (file: string) => string,
  faults: Fault[],
): { checks: Check[]; cases: Map<string, CheckCase[]> } {
  const checks: Check[] = [];
  const cases = new Map<string, CheckCase[]>();
  for (const file of markdownBelow(folder)) {
    const check = parseMarkdown(readFileSync(file, 'utf8'), checkSchema, name(file), faults);
    if (!check) continue;
    checks.push(check);
    const beside = file.replace(/\.md$/, '.cases.yaml');
    if (!existsSync(beside)) {
      faults.push({ file: name(file), line: 1, rule: 'cases', message: 'the file of cases is missing' });
      continue;
    }
    const parsed = parseYaml(readFileSync(beside, 'utf8'), casesSchema, name(beside), 1);
    if ('value' in parsed) cases.set(check.id, parsed.value);
    else faults.push(...parsed.faults);
  }
  return { checks, cases };
}

function readTopics(file: string, faults: Fault[]): Topic[] {
  const result = v.safeParse(topicsSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.output.topics;
  faults.push({ file: 'content/topics.json', line: 1, rule: 'schema', message: result.issues[0].message });
  return [];
}

function readExamples(
  file: string,
  note: string,
  name: (file: string) => string,
  faults: Fault[],
): NoteExamples {
  const empty = { note, file: name(file), examples: [], falseFriends: [] };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    faults.push({ file: name(file), line: 1, rule: 'examples', message: 'the file of examples is missing' });
    return empty;
  }
  const parsed = parseYaml(text, examplesSchema, name(file), 1);
  if ('value' in parsed) return { ...empty, ...parsed.value };
  faults.push(...parsed.faults);
  return empty;
}

function readNeutral(file: string, shown: string, faults: Fault[]): Neutral[] {
  const parsed = parseMarkdown(readFileSync(file, 'utf8'), neutralSchema, shown, faults);
  if (!parsed) return [];
  return parsed.body
    .split(/^---\s*$/m)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ text, kind: parsed.kind, hard: parsed.hard, file: shown }));
}
