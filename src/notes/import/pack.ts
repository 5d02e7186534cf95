// A pack: notes in the library's own format, as a folder (or zip) of files, or as one file made by `npm run pack`.
import * as v from 'valibot';
import { LineCounter, parse, parseDocument } from 'yaml';
import {
  type Example,
  examplesSchema,
  type FalseFriend,
  type Note,
  noteSchema,
} from '../../library/schema.ts';
import { triggersFire } from '../own-triggers.ts';
import { frontMatter } from './frontmatter.ts';
import type { Importer, Read, ReadNote, SourceFile } from './importer.ts';

export const PACK_FORMAT = 'staffwise-pack';

/** One file that holds the files of a folder. */
export const packSchema = v.object({
  format: v.literal(PACK_FORMAT),
  version: v.literal(1),
  name: v.string(),
  files: v.array(v.object({ path: v.string(), text: v.string() })),
});
export type Pack = v.InferOutput<typeof packSchema>;

const EXAMPLES = /\.examples\.ya?ml$/i;
const LIBRARY_FIELDS = ['id', 'line', 'because', 'topic', 'recall'];

/** Whether a Markdown file is a note of the library's format. */
export function isLibraryNote(file: SourceFile): boolean {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(file.text)?.[1] ?? '';
  return LIBRARY_FIELDS.every((field) => new RegExp(`^${field}:`, 'm').test(block));
}

const isPackFile = (file: SourceFile) => /^\uFEFF?\s*\{\s*"format"\s*:\s*"staffwise-pack"/.test(file.text);

/** Line of a field in the front matter. */
function lineOf(text: string, field: string | undefined): number {
  const lines = new LineCounter();
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const document = parseDocument(block, { lineCounter: lines });
  const at = field ? block.search(new RegExp(`^${field}:`, 'm')) : 0;
  return document.errors.length === 0 && at >= 0 ? lines.linePos(at).line + 1 : 1;
}

function examplesOf(
  file: SourceFile | undefined,
  read: Read,
): { examples: Example[]; falseFriends: FalseFriend[] } {
  if (!file) return { examples: [], falseFriends: [] };
  try {
    return v.parse(examplesSchema, parse(file.text));
  } catch (error) {
    const detail = (error as Error).message.split('\n')[0] ?? '';
    read.skipped.push({ file: file.path, reason: 'badNote', detail });
    return { examples: [], falseFriends: [] };
  }
}

function noteOf(file: SourceFile, examplesFile: SourceFile | undefined, read: Read): void {
  const { meta, body, fault } = frontMatter(file.text);
  if (fault) {
    read.skipped.push({ file: file.path, line: fault.line, reason: 'badFrontMatter', detail: fault.detail });
    return;
  }
  const parsed = v.safeParse(noteSchema, meta);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = (issue.path ?? []).map((part) => String(part.key));
    const detail = `${path.join('.')}: ${issue.message}`;
    read.skipped.push({ file: file.path, line: lineOf(file.text, path[0]), reason: 'badNote', detail });
    return;
  }
  const { examples, falseFriends } = examplesOf(examplesFile, read);
  const note = { ...parsed.output, body: body.trim() };
  // The library refuses a note whose trigger fires on its own false friend; so does a pack.
  const fooled = falseFriends.find((friend) => triggersFire(note.triggers, friend.text));
  if (fooled) {
    read.skipped.push({
      file: file.path,
      line: lineOf(file.text, 'triggers'),
      reason: 'falseFriend',
      detail: fooled.text,
    });
    return;
  }
  read.notes.push(ownFrom(note, examples, falseFriends));
}

function ownFrom(note: Note, examples: readonly Example[], falseFriends: readonly FalseFriend[]): ReadNote {
  const [source] = note.source;
  return {
    key: `pack ${note.id}`,
    title: note.title,
    body: note.body,
    tags: [note.topic],
    triggers: note.triggers,
    examples: examples.map((example) => example.text),
    falseFriends: falseFriends.map((friend) => friend.text),
    advice: {
      line: note.plain ?? note.line,
      because: note.because,
      do: note.do,
      paste: note.paste ?? '',
      ask: note.ask,
      comment: note.comment,
    },
    ...(source?.link && { origin: { title: `${source.author}, ${source.work}`, url: source.link } }),
  };
}

/** The files of a pack file; a fault where it cannot be read. */
function unpacked(file: SourceFile, read: Read): SourceFile[] {
  try {
    return v.parse(packSchema, JSON.parse(file.text.replace(/^\uFEFF/, ''))).files;
  } catch (error) {
    read.skipped.push({ file: file.path, reason: 'badJson', detail: (error as Error).message });
    return [];
  }
}

export const pack: Importer = {
  id: 'pack',
  recognizes: (file) => isPackFile(file) || EXAMPLES.test(file.path) || isLibraryNote(file),
  read(files) {
    const read: Read = { notes: [], skipped: [] };
    const all = files.flatMap((file) => (isPackFile(file) ? unpacked(file, read) : [file]));
    const examples = new Map(
      all.filter(({ path }) => EXAMPLES.test(path)).map((file) => [file.path.replace(EXAMPLES, ''), file]),
    );
    for (const file of all) {
      if (!EXAMPLES.test(file.path)) noteOf(file, examples.get(file.path.replace(/\.md$/i, '')), read);
    }
    return read;
  },
};
