// Readwise's CSV, by the names of its columns: their order and number change.
import { csvRows } from './csv.ts';
import { timeField } from './frontmatter.ts';
import type { Importer, Read, ReadNote, SourceFile } from './importer.ts';

const COLUMNS = {
  text: ['highlight'],
  book: ['book title', 'title'],
  author: ['book author', 'author'],
  note: ['note'],
  tags: ['tags'],
  location: ['location'],
  at: ['highlighted at', 'date'],
  url: ['url'],
} as const;
type Column = keyof typeof COLUMNS;

/** Commands that Readwise takes at the head of a note: `.tag`, `.h1`. */
const COMMAND = /^\s*\.\S+\s*/;

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map((name) => name.trim().toLowerCase());
  const found = Object.entries(COLUMNS).map(([column, known]) => [
    column,
    names.findIndex((name) => (known as readonly string[]).includes(name)),
  ]);
  return Object.fromEntries(found.filter(([, at]) => (at as number) >= 0));
}

function noteOf(cell: (column: Column) => string): ReadNote {
  const text = cell('text');
  const comment = cell('note').replace(COMMAND, '');
  const source = [cell('book'), cell('author')].filter(Boolean).join(', ');
  const at = timeField(cell('at').replace(' ', 'T'));
  const quote = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return {
    key: `readwise ${cell('book')} ${cell('location')} ${text.slice(0, 80)}`,
    title: text.replace(/\s+/g, ' ').slice(0, 80),
    body: [quote, comment, source].filter(Boolean).join('\n\n'),
    tags: [
      'readwise',
      ...cell('tags')
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ],
    ...(cell('url') && { origin: { title: cell('book'), url: cell('url') } }),
    ...(at && { created: at }),
  };
}

function readFile(file: SourceFile, read: Read): void {
  const rows = csvRows(file.text);
  const columns = columnsOf(rows.next().value?.cells ?? []);
  const before = read.notes.length + read.skipped.length;
  for (const { line, cells, broken } of rows) {
    const cell = (column: Column) => (cells[columns[column] ?? -1] ?? '').replace(/\r\n/g, '\n').trim();
    if (broken) read.skipped.push({ file: file.path, line, reason: 'badRow' });
    else if (cell('text')) read.notes.push(noteOf(cell));
    else read.skipped.push({ file: file.path, line, reason: 'empty' });
  }
  if (read.notes.length + read.skipped.length === before)
    read.skipped.push({ file: file.path, line: 1, reason: 'empty' });
}

export const readwise: Importer = {
  id: 'readwise',
  recognizes({ text }) {
    const header = csvRows(text.slice(0, 4000)).next().value?.cells ?? [];
    const { text: highlight, book } = columnsOf(header);
    return highlight !== undefined && book !== undefined;
  },
  read(files) {
    const read: Read = { notes: [], skipped: [] };
    for (const file of files) readFile(file, read);
    return read;
  },
};
