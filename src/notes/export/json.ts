// Everything of the person's in one JSON file: Staffwise's own format, which it also reads.
import * as v from 'valibot';
import type { Database } from '../database.ts';

export const EXPORT_FORMAT = 'staffwise';
export const EXPORT_VERSION = 1;

const text = v.string();
const texts = v.optional(v.array(text), []);
const at = v.pipe(v.number(), v.finite());

const advice = v.object({ line: text, because: text, do: text, paste: text, ask: text, comment: text });

export const ownNoteSchema = v.object({
  id: v.pipe(text, v.nonEmpty(), v.maxLength(200)),
  title: text,
  body: text,
  tags: texts,
  triggers: texts,
  examples: texts,
  falseFriends: texts,
  origin: v.optional(v.object({ title: text, url: text })),
  advice: v.optional(advice),
  library: v.optional(text),
  created: at,
  updated: at,
  binned: v.optional(at),
});

const answer = v.object({
  note: text,
  topic: text,
  said: v.picklist(['copied', 'useful', 'not-here', 'never']),
  document: text,
  at,
});
const journal = v.object({ id: text, date: text, note: text, question: text, text, updated: at });
const record = v.object({
  id: text,
  did: text,
  outcome: text,
  by: text,
  link: text,
  linkTitle: v.optional(text),
  topic: text,
  note: v.optional(text),
  created: at,
  updated: at,
});
const recall = v.object({ note: text, due: at, card: v.record(v.string(), v.number()) });
const met = v.object({ note: text, where: v.picklist(['hint', 'read', 'newtab']), at });
const day = v.object({ date: text, notes: v.array(text) });
const pin = v.object({ note: text, at });

/** The file as a whole. Settings are kept as they were stored; each is checked when it is read. */
export const exportSchema = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.literal(EXPORT_VERSION),
  exported: text,
  notes: v.array(ownNoteSchema),
  answers: v.optional(v.array(answer), []),
  journal: v.optional(v.array(journal), []),
  record: v.optional(v.array(record), []),
  recall: v.optional(v.array(recall), []),
  met: v.optional(v.array(met), []),
  days: v.optional(v.array(day), []),
  pins: v.optional(v.array(pin), []),
  settings: v.optional(v.record(v.string(), v.unknown()), {}),
});
export type ExportFile = v.InferOutput<typeof exportSchema>;

function withoutId<T extends { id: number }>(row: T): Omit<T, 'id'> {
  const { id: _id, ...rest } = row;
  return rest;
}

/** Everything in the database, in a stable order. @throws where it cannot be read */
export async function exportAll(
  database: Database,
  settings: Record<string, unknown>,
  now: Date,
): Promise<ExportFile> {
  const [notes, answers, journalRows, recordRows, recallRows, metRows, days, pins] = await Promise.all([
    database.notes.orderBy('id').toArray(),
    database.answers.toArray(),
    database.journal.toArray(),
    database.record.toArray(),
    database.recall.toArray(),
    database.met.toArray(),
    database.days.toArray(),
    database.pins.toArray(),
  ]);
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exported: now.toISOString(),
    notes: notes.map(({ importId: _importId, ...note }) => note),
    answers: answers.map(withoutId),
    journal: journalRows,
    record: recordRows,
    recall: recallRows,
    met: metRows.map(withoutId),
    days,
    pins,
    settings,
  };
}
