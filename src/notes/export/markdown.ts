// Own notes as a zip of Markdown files that other programs read: one file a note, with front matter.
import { strToU8, zipSync } from 'fflate';
import { stringify } from 'yaml';
import type { OwnNote } from '../database.ts';
import { fold } from '../search/fold.ts';

const LONGEST_NAME = 60;

/** A note as Markdown; what is empty is left out. */
export function noteMarkdown(note: OwnNote): string {
  const meta = {
    staffwise: note.id,
    title: note.title,
    ...(note.tags.length > 0 && { tags: note.tags }),
    created: new Date(note.created).toISOString(),
    updated: new Date(note.updated).toISOString(),
    ...(note.origin && { source: note.origin.title, url: note.origin.url }),
    ...(note.library && { library: note.library }),
    ...(note.triggers.length > 0 && { triggers: note.triggers }),
    ...(note.examples.length > 0 && { examples: note.examples }),
    ...(note.falseFriends.length > 0 && { falseFriends: note.falseFriends }),
    ...(note.advice && { advice: note.advice }),
  };
  return `---\n${stringify(meta)}---\n\n${note.body.trim()}\n`;
}

/** File names that no system refuses, each once. */
export function fileNames(notes: readonly OwnNote[]): string[] {
  const taken = new Set<string>();
  return notes.map((note) => {
    const words = fold(note.title)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const base = words.slice(0, LONGEST_NAME) || 'note';
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
    taken.add(name);
    return `${name}.md`;
  });
}

/** A zip of notes. */
export function markdownZip(notes: readonly OwnNote[]): Uint8Array {
  const names = fileNames(notes);
  const files = Object.fromEntries(notes.map((note, at) => [names[at]!, strToU8(noteMarkdown(note))]));
  return zipSync(files, { level: 6, mtime: '1980-01-01T00:00:00' });
}
