// Staffwise's own JSON: an export, or a backup.
import * as v from 'valibot';
import { EXPORT_FORMAT, exportSchema, ownNoteSchema } from '../export/json.ts';
import type { Importer, Read, SourceFile } from './importer.ts';

function readFile(file: SourceFile, read: Read): void {
  let value: unknown;
  try {
    value = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch (error) {
    read.skipped.push({ file: file.path, reason: 'badJson', detail: (error as Error).message });
    return;
  }
  const notes: unknown[] = Array.isArray((value as { notes?: unknown[] }).notes)
    ? (value as { notes: unknown[] }).notes
    : [];
  // One broken note does not cost the others.
  notes.forEach((one, at) => {
    const note = v.safeParse(ownNoteSchema, one);
    if (note.success) read.notes.push({ ...note.output, key: note.output.id });
    else {
      const [issue] = note.issues;
      const path = issue.path?.map((part) => String(part.key)).join('.') ?? '';
      read.skipped.push({
        file: `${file.path}: ${at + 1}`,
        reason: 'badNote',
        detail: `${path} ${issue.message}`,
      });
    }
  });
  const whole = v.safeParse(exportSchema, { ...(value as object), notes: [] });
  if (whole.success) {
    const { notes: _notes, ...rest } = whole.output;
    read.rest = rest;
  } else {
    read.skipped.push({ file: file.path, reason: 'badJson', detail: whole.issues[0].message });
  }
}

export const staffwise: Importer = {
  id: 'staffwise',
  recognizes: ({ text }) =>
    new RegExp(`^\\uFEFF?\\s*\\{[^[]{0,400}"format"\\s*:\\s*"${EXPORT_FORMAT}"`).test(text.slice(0, 600)),
  read(files) {
    const read: Read = { notes: [], skipped: [] };
    for (const file of files) readFile(file, read);
    return read;
  },
};
