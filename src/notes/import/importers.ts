// All importers, the most particular first. To add one: a file here, a line below.
import { type ChosenFile, textsOf } from './files.ts';
import type { Importer, Read, SourceFile } from './importer.ts';
import { kindle } from './kindle.ts';
import { importedId, markdown } from './markdown.ts';
import { pack } from './pack.ts';
import { readwise } from './readwise.ts';
import { staffwise } from './staffwise.ts';

export const importers: readonly Importer[] = [staffwise, pack, kindle, readwise, markdown];

/** What was read, each note with the id it keeps for ever. */
export type ReadFiles = Read & { formats: Importer['id'][] };

/** Reads files of any known format; nothing is written, and nothing is thrown for a broken file. */
export async function readFiles(chosen: readonly ChosenFile[]): Promise<ReadFiles> {
  const { files, skipped } = await textsOf(chosen);
  const byImporter = new Map<Importer, SourceFile[]>();
  for (const file of files) {
    const importer = importers.find((one) => one.recognizes(file));
    const known = importer && byImporter.get(importer);
    if (known) known.push(file);
    else if (importer) byImporter.set(importer, [file]);
    else skipped.push({ file: file.path, reason: 'unknown' });
  }
  const read: ReadFiles = { notes: [], skipped, formats: [] };
  for (const [importer, own] of byImporter) {
    const found = importer.read(own);
    read.formats.push(importer.id);
    read.skipped.push(...found.skipped);
    for (const note of found.notes)
      read.notes.push({ ...note, id: note.id ?? importedId(importer.id, note.key) });
    if (found.rest) read.rest = found.rest;
  }
  return read;
}
