// What an importer is: it recognizes files and reads notes from them. Nothing is written here.

import type { OwnNote } from '../database.ts';
import type { ExportFile } from '../export/json.ts';

/** A file as it was chosen or unpacked. */
export interface SourceFile {
  /** Path with forward slashes, as in the folder or zip. */
  path: string;
  text: string;
}

/** A note read from a file. `key` names it for ever: importing twice adds nothing. */
export type ReadNote = Partial<OwnNote> & Pick<OwnNote, 'title' | 'body'> & { key: string };

/** Something that was skipped, and why. */
export interface Skipped {
  file: string;
  /** From 1; absent where the whole file is meant. */
  line?: number;
  /** Key of the locale files under `importFault`. */
  reason: SkipReason;
  /** The parser's own words, where it has any. */
  detail?: string;
}
export type SkipReason =
  | 'empty'
  | 'notText'
  | 'tooLarge'
  | 'badZip'
  | 'badPath'
  | 'unknown'
  | 'badJson'
  | 'badNote'
  | 'badFrontMatter'
  | 'badRow'
  | 'bookmark'
  | 'falseFriend';

/** What was read. */
export interface Read {
  notes: ReadNote[];
  skipped: Skipped[];
  /** Everything else of an own export. */
  rest?: Omit<ExportFile, 'notes'>;
}

/** Reads one format. */
export interface Importer {
  /** Names the format; its words are in the locale files under `importer`. */
  id: 'staffwise' | 'pack' | 'kindle' | 'readwise' | 'markdown';
  /** Whether a file is of this format, by what it holds and not by its name alone. */
  recognizes(file: SourceFile): boolean;
  read(files: readonly SourceFile[]): Read;
}
