// The person's own database: notes, answers, journal, record, recall. Small transactions only (docs/browser-facts.md).
import { Dexie, type EntityTable } from 'dexie';
import type { Answer } from '../platform/messages.ts';

/** What a note of a pack says besides its text, in the words of the library's format. */
export interface Advice {
  line: string;
  because: string;
  do: string;
  paste: string;
  ask: string;
  comment: string;
}

/** One of the person's own notes. Times are ms since the epoch. */
export interface OwnNote {
  id: string;
  title: string;
  /** Markdown. */
  body: string;
  tags: string[];
  /** Phrases in the grammar of triggers. */
  triggers: string[];
  /** Passages for which it should surface, and must not. */
  examples: string[];
  falseFriends: string[];
  /** Where a capture comes from. */
  origin?: { title: string; url: string };
  advice?: Advice;
  /** Library note that it is a copy of, or the hint that was there. */
  library?: string;
  created: number;
  updated: number;
  /** In the bin since; absent where it is not. */
  binned?: number;
  /** Import that brought it; such a note is invisible until the import's journal row says done. */
  importId?: string;
}

/** What was said to a hint. */
export interface AnswerRow {
  id: number;
  note: string;
  topic: string;
  said: Answer;
  /** Salted hash of the document. */
  document: string;
  at: number;
}

/** One line of answer to a question of the new tab. */
export interface JournalRow {
  id: string;
  /** Local date, YYYY-MM-DD. */
  date: string;
  note: string;
  question: string;
  text: string;
  updated: number;
}

/** What the person did, and who could do what because of it. */
export interface RecordRow {
  id: string;
  did: string;
  /** Who could do what because of it; empty while unfinished. */
  outcome: string;
  /** By when, as written. */
  by: string;
  link: string;
  /** What stands at the link. */
  linkTitle?: string;
  topic: string;
  note?: string;
  created: number;
  updated: number;
}

/** State of recall of a note: a card of ts-fsrs, its dates as ms since the epoch. */
export interface RecallRow {
  note: string;
  due: number;
  card: Record<string, number>;
}

/** A note that was met: as a hint, read, or on the new tab. */
export interface MetRow {
  id: number;
  note: string;
  where: 'hint' | 'read' | 'newtab';
  at: number;
}

/** Ideas that the new tab showed on a date; the last one is that of the day. */
export interface DayRow {
  /** Local date, YYYY-MM-DD. */
  date: string;
  notes: string[];
}

/** A note, of the library or own, that the person pinned. */
export interface PinRow {
  note: string;
  at: number;
}

/** Progress of an import, so that a torn one is finished or removed at the next start. */
export interface ImportRow {
  id: string;
  state: 'running' | 'done';
  started: number;
  /** What it came from, as shown. */
  name: string;
}

export type Database = Dexie & {
  notes: EntityTable<OwnNote, 'id'>;
  answers: EntityTable<AnswerRow, 'id'>;
  journal: EntityTable<JournalRow, 'id'>;
  record: EntityTable<RecordRow, 'id'>;
  recall: EntityTable<RecallRow, 'note'>;
  met: EntityTable<MetRow, 'id'>;
  days: EntityTable<DayRow, 'date'>;
  pins: EntityTable<PinRow, 'note'>;
  imports: EntityTable<ImportRow, 'id'>;
};

/** Opens the database (lazily, at the first read or write). An open page never blocks an upgrade: it closes for it. */
export function openDatabase(name = 'staffwise'): Database {
  // What is said to be kept is on the disk, not only handed to the system: both browsers are relaxed by default.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  database.version(1).stores({
    notes: 'id, updated, binned, importId, *tags',
    answers: '++id, note, document, at',
    journal: 'id, date, note',
    record: 'id, created, topic',
    recall: 'note, due',
    met: '++id, note, at',
    pins: 'note',
    imports: 'id, state',
  });
  database.version(2).stores({ days: 'date' });
  database.on('versionchange', () => database.close());
  return database;
}
