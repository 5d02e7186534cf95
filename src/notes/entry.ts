// One shape for all that can be found and read: a note of the library, or one of the person's own.
import type { Note, Source, Title } from '../library/schema.ts';
import { topicName } from '../library/titles.ts';
import type { JournalRow, OwnNote } from './database.ts';
import { entryLine } from './own.ts';

/** Where an idea comes from, as it is shown. */
export interface EntrySource {
  author: string;
  work: string;
  year?: number;
  link?: string;
}

/** A note as it is found and read. */
export interface Entry {
  id: string;
  own: boolean;
  title: string;
  /** The one sentence under the title; empty where an own note has none. */
  line: string;
  /** Id of the topic; empty for own notes. */
  topic: string;
  topicName: string;
  tags: string[];
  idea: string;
  /** Markdown. */
  body: string;
  step: string;
  question: string;
  paste: string;
  sources: EntrySource[];
  related: string[];
  /** What else is known of it, for search alone. */
  hidden: string;
  /** Parts of the notes on *Staff Engineer* that it comes from. */
  seeds: string[];
  /** Address of the page of ours on which it is changed, where that is not the library's. */
  home?: string;
}

function entrySource({ author, work, year, link, unverified }: Source): EntrySource {
  return { author, work, ...(year && { year }), ...(link && !unverified && { link }) };
}

/** What an entry is where nothing else is said. */
const UNTITLED: Entry = {
  id: '',
  own: false,
  title: '',
  line: '',
  topic: '',
  topicName: '',
  tags: [],
  idea: '',
  body: '',
  step: '',
  question: '',
  paste: '',
  sources: [],
  related: [],
  hidden: '',
  seeds: [],
};

/** A title made of a person's words is cut here. */
const LONGEST_LINE = 140;

/** An entry of a library note of which no more is known than a list shows. */
export function entryOfTitle({ id, title, line, topic, idea }: Title): Entry {
  return { ...UNTITLED, id, title, line, topic, topicName: topicName(topic), idea };
}

/** An entry of a library note. */
export function entryOfNote(note: Note): Entry {
  return {
    ...entryOfTitle({ ...note, line: note.plain ?? note.line }),
    body: note.body,
    step: note.do,
    question: note.ask,
    paste: note.paste ?? '',
    sources: note.source.map(entrySource),
    related: note.related,
    hidden: [note.writer, note.because, note.comment, note.recall.q, note.recall.a, ...note.triggers].join(
      ' ',
    ),
    seeds: note.seed ?? [],
  };
}

/** An entry of one of the person's own notes; its line is the first of its text. */
export function entryOfOwn(note: OwnNote): Entry {
  return {
    ...UNTITLED,
    id: note.id,
    own: true,
    title: note.title,
    line: entryLine(note),
    tags: note.tags,
    body: note.body,
    step: note.advice?.do ?? '',
    question: note.advice?.ask ?? '',
    paste: note.advice?.paste ?? '',
    sources: note.origin ? [{ author: '', work: note.origin.title, link: note.origin.url }] : [],
    related: note.library ? [note.library] : [],
    hidden: note.triggers.join(' '),
  };
}

/** An entry of an answer in the journal: found by its own words and by its question. */
export function entryOfAnswer({ date, note, question, text }: JournalRow): Entry {
  return {
    ...UNTITLED,
    id: `answer-${date}-${note}`,
    own: true,
    title: text.slice(0, LONGEST_LINE),
    line: question,
    body: `${question}\n\n${text}\n\n${date}`,
    related: [note],
    home: '/record.html#journal',
  };
}
