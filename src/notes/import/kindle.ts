// Kindle's "My Clippings.txt", read by its shape: its words come in every language and change with every device.
//   file  = [BOM] { entry }
//   entry = title EOL "- " meta EOL EOL { text EOL } "=========="
//   meta  = part { "|" part } "|" date
import type { Importer, Read, ReadNote, SourceFile } from './importer.ts';

const RULE = /^={10}\s*$/;
const NOTE = /\b(?:note|nota|notiz|notitie|anteckning|notat)\b|笔记|ノート|メモ|заметка/i;
/** Zero-width marks that devices scatter about. */
const INVISIBLE = /[\uFEFF\u200B-\u200F\u2060]/g;

interface Clipping {
  book: string;
  author: string;
  note: boolean;
  start: number;
  end: number;
  date: string;
  text: string;
}

/** The last bracket of a title that balances holds the author. */
function bookAndAuthor(title: string): { book: string; author: string } {
  const trimmed = title.trim();
  if (!trimmed.endsWith(')')) return { book: trimmed, author: '' };
  let depth = 0;
  for (let at = trimmed.length - 1; at >= 0; at--) {
    if (trimmed[at] === ')') depth++;
    if (trimmed[at] === '(' && --depth === 0) {
      return { book: trimmed.slice(0, at).trim() || trimmed, author: trimmed.slice(at + 1, -1).trim() };
    }
  }
  return { book: trimmed, author: '' };
}

/** The range that an entry names: its last group of numbers before the date is the location. */
function rangeOf(meta: string): { start: number; end: number } {
  const parts = meta.split('|');
  const before = parts.slice(0, -1).join('|') || meta;
  const groups = [...before.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)];
  const last = groups.at(-1);
  if (!last) return { start: 0, end: 0 };
  const start = Number(last[1]);
  const second = last[2];
  if (!second) return { start, end: start };
  // "145-46" is short for 145-146.
  const end =
    second.length < last[1]!.length ? Number(last[1]!.slice(0, -second.length) + second) : Number(second);
  return { start, end };
}

function clippingOf(lines: string[]): Clipping | 'bookmark' | null {
  const [title, meta, ...rest] = lines;
  if (!title?.trim() || !meta?.trim().startsWith('-')) return null;
  const text = rest.join('\n').trim();
  if (!text) return 'bookmark';
  const date = meta.split('|').at(-1)?.trim() ?? '';
  return { ...bookAndAuthor(title), ...rangeOf(meta), note: NOTE.test(meta.split('|')[0] ?? ''), date, text };
}

function entries(text: string): { line: number; lines: string[] }[] {
  const found: { line: number; lines: string[] }[] = [];
  let lines: string[] = [];
  let first = 1;
  text
    .replace(INVISIBLE, '')
    .split(/\r\n?|\n/)
    .forEach((line, at) => {
      if (!RULE.test(line)) {
        lines.push(line);
        return;
      }
      found.push({ line: first, lines });
      lines = [];
      first = at + 2;
    });
  if (lines.some((line) => line.trim())) found.push({ line: first, lines });
  return found;
}

/** A note of the reader's stands at the end of its highlight: it joins the smallest range that holds it. */
function joinNotes(clippings: Clipping[]): Map<Clipping, string> {
  const joined = new Map<Clipping, string>();
  for (const note of clippings.filter((clipping) => clipping.note)) {
    const holding = clippings
      .filter((one) => !one.note && one.book === note.book && one.start <= note.end && note.end <= one.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (holding) joined.set(holding, note.text);
  }
  return joined;
}

/** Resizing a highlight appends it again: of those that start at one place the last is meant. */
function latest(clippings: Clipping[]): Clipping[] {
  const byPlace = new Map<string, Clipping>();
  for (const one of clippings)
    byPlace.set(`${one.book} ${one.note} ${one.start || one.text.slice(0, 40)}`, one);
  return [...byPlace.values()];
}

function noteOf(clipping: Clipping, comment: string | undefined): ReadNote {
  const quote = clipping.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const date = Date.parse(clipping.date);
  return {
    key: `kindle ${clipping.book} ${clipping.note} ${clipping.start} ${clipping.text.slice(0, 40)}`,
    title: clipping.text.replace(/\s+/g, ' ').slice(0, 80),
    body: [
      clipping.note ? clipping.text : quote,
      comment,
      `${clipping.book}${clipping.author && `, ${clipping.author}`}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    tags: ['kindle'],
    ...(Number.isFinite(date) && { created: date }),
  };
}

function readFile(file: SourceFile, read: Read): void {
  const clippings: Clipping[] = [];
  for (const { line, lines } of entries(file.text)) {
    const clipping = clippingOf(lines);
    if (clipping === 'bookmark') read.skipped.push({ file: file.path, line, reason: 'bookmark' });
    else if (clipping) clippings.push(clipping);
    else if (lines.some((one) => one.trim())) read.skipped.push({ file: file.path, line, reason: 'badNote' });
  }
  const kept = latest(clippings);
  const joined = joinNotes(kept);
  const attached = new Set(joined.values());
  for (const clipping of kept) {
    if (clipping.note && attached.has(clipping.text)) continue;
    read.notes.push(noteOf(clipping, joined.get(clipping)));
  }
}

export const kindle: Importer = {
  id: 'kindle',
  recognizes: ({ text }) =>
    /^.*\S.*\r?\n-\s.*\r?\n/.test(text.replace(INVISIBLE, '')) && /^={10}\s*$/m.test(text),
  read(files) {
    const read: Read = { notes: [], skipped: [] };
    for (const file of files) readFile(file, read);
    return read;
  },
};
