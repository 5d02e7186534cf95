// The record: what the person did, who could do what because of it, by when, and a link. Activity is no evidence: an
// entry without an outcome is unfinished.
import type { Database, RecordRow } from './database.ts';

/** What a person writes into an entry. */
export type RecordParts = Pick<RecordRow, 'did' | 'outcome' | 'by' | 'link' | 'topic'> &
  Partial<Pick<RecordRow, 'linkTitle' | 'note'>>;

/** Entries under one heading. */
export interface RecordGroup {
  /** YYYY-MM, or the id of a topic; empty for entries of no topic. */
  key: string;
  rows: RecordRow[];
}

/** Words of the interface that an export needs. */
export interface RecordNames {
  title: string;
  did: string;
  outcome: string;
  by: string;
  link: string;
  unfinished: string;
}

/** A new entry; empty parts are filled in later. */
export function newRecord(parts: Partial<RecordParts>, now: number): RecordRow {
  return {
    id: crypto.randomUUID(),
    did: '',
    outcome: '',
    by: '',
    link: '',
    topic: '',
    ...parts,
    created: now,
    updated: now,
  };
}

/** Nobody could do anything because of it yet, as far as it says. */
export const isUnfinished = (row: Pick<RecordRow, 'outcome'>): boolean => row.outcome.trim() === '';

/** All entries, the latest first. */
export function recordRows(database: Database): Promise<RecordRow[]> {
  return database.record.orderBy('created').reverse().toArray();
}

/** The month an entry was begun in, as YYYY-MM of the person's own calendar. */
export function monthOf(row: Pick<RecordRow, 'created'>): string {
  const date = new Date(row.created);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** Entries by month, the latest first, or by topic, in the order the topics are given; those of none come last. */
export function recordGroups(
  rows: readonly RecordRow[],
  by: 'month' | 'topic',
  topics: readonly string[],
): RecordGroup[] {
  const groups = new Map<string, RecordRow[]>();
  const keyOf = (row: RecordRow) => {
    if (by === 'month') return monthOf(row);
    return topics.includes(row.topic) ? row.topic : '';
  };
  for (const row of [...rows].sort((a, b) => b.created - a.created)) {
    groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  }
  const rank = (key: string) => (key === '' ? topics.length : topics.indexOf(key));
  return [...groups]
    .map(([key, grouped]) => ({ key, rows: grouped }))
    .sort((a, b) => (by === 'month' ? (a.key < b.key ? 1 : -1) : rank(a.key) - rank(b.key)));
}

/** A cell of a table: no line breaks, no bars. */
const cell = (text: string) =>
  text.trim().replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('|', '\\|');

/** Square brackets and round ones in the places of a link would end it early. */
function linkCell({ link, linkTitle }: RecordRow): string {
  if (!link) return '';
  const title = cell(linkTitle || link)
    .replaceAll('[', '\\[')
    .replaceAll(']', '\\]');
  return `[${title}](<${cell(link).replace(/[<>]/g, encodeURIComponent)}>)`;
}

/**
 * The record as Markdown for a self review: one table a group, what is unfinished said so.
 * @param nameOf the heading of a group
 */
export function recordMarkdown(
  groups: readonly RecordGroup[],
  names: RecordNames,
  nameOf: (key: string) => string,
): string {
  const head = `| ${names.did} | ${names.outcome} | ${names.by} | ${names.link} |\n| --- | --- | --- | --- |`;
  const tables = groups.map(({ key, rows }) => {
    const lines = rows.map((row) => {
      const outcome = isUnfinished(row) ? `*${names.unfinished}*` : cell(row.outcome);
      return `| ${cell(row.did)} | ${outcome} | ${cell(row.by)} | ${linkCell(row)} |`;
    });
    return `## ${nameOf(key)}\n\n${[head, ...lines].join('\n')}`;
  });
  return `${[`# ${names.title}`, ...tables].join('\n\n')}\n`;
}
