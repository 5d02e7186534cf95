// Markdown files and folders, Obsidian's among them: front matter where there is any, else the first heading.
import { hashOf } from '../../engine/text/hash.ts';
import type { OwnNote } from '../database.ts';
import { frontMatter, listField, textField, timeField } from './frontmatter.ts';
import type { Importer, Read, ReadNote, SourceFile } from './importer.ts';

/** Folders of programs, not of notes. */
const HIDDEN = /(?:^|\/)(?:\.[^/]+|templates?)\//i;
const HEADING = /^\s*#\s+(.+?)\s*#*\s*(?:\r?\n|$)/;

const isMarkdown = (path: string) => /\.(?:md|markdown)$/i.test(path);

function titleOf(file: SourceFile, meta: Record<string, unknown>, body: string): string {
  const named = textField(meta.title) || HEADING.exec(body)?.[1];
  return named ?? file.path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}

/** Tags of the front matter, old forms included. Tags within the text stay text. */
function tagsOf(meta: Record<string, unknown>): string[] {
  const tags = [...listField(meta.tags), ...listField(meta.tag)].map((tag) => tag.replace(/^#/, ''));
  return [...new Set(tags)];
}

function adviceOf(value: unknown): OwnNote['advice'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const [line, because, step] = [fields.line, fields.because, fields.do].map(textField) as [
    string,
    string,
    string,
  ];
  const [paste, ask, comment] = [fields.paste, fields.ask, fields.comment].map(textField) as [
    string,
    string,
    string,
  ];
  return { line, because, do: step, paste, ask, comment };
}

function noteOf(file: SourceFile, read: Read): void {
  if (HIDDEN.test(file.path)) return;
  const { meta, body, fault } = frontMatter(file.text);
  if (fault)
    read.skipped.push({ file: file.path, line: fault.line, reason: 'badFrontMatter', detail: fault.detail });
  if (!body.trim() && !textField(meta.title)) {
    read.skipped.push({ file: file.path, reason: 'empty' });
    return;
  }
  const own = textField(meta.staffwise);
  const created = timeField(meta.created);
  const updated = timeField(meta.updated);
  const advice = adviceOf(meta.advice);
  const url = textField(meta.url);
  const note: ReadNote = {
    key: own || `markdown ${file.path}`,
    ...(own && { id: own }),
    title: titleOf(file, meta, body),
    body: body.replace(/\r\n/g, '\n').trim(),
    tags: tagsOf(meta),
    triggers: listOf(meta.triggers),
    examples: listOf(meta.examples),
    falseFriends: listOf(meta.falseFriends),
    ...(url && { origin: { title: textField(meta.source), url } }),
    ...(textField(meta.library) && { library: textField(meta.library) }),
    ...(advice && { advice }),
    ...(created && { created }),
    ...(updated && { updated }),
  };
  read.notes.push(note);
}

/** A list of texts, never cut at commas. */
function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textField).filter(Boolean) : [];
}

export const markdown: Importer = {
  id: 'markdown',
  recognizes: (file) => isMarkdown(file.path),
  read(files) {
    const read: Read = { notes: [], skipped: [] };
    for (const file of files) noteOf(file, read);
    return read;
  },
};

/** The id of a note that came with none. */
export function importedId(importer: Importer['id'], key: string): string {
  return `${importer}-${hashOf(key)}`;
}
