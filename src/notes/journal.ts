// One line a day: answers to the question of the new tab.
import type { Database, JournalRow } from './database.ts';

const idOf = (date: string, note: string) => `${date} ${note}`;

/** Keeps an answer; a later one of the same day replaces it. An empty one takes it away. */
export async function keepAnswer(
  database: Database,
  { date, note, question, text }: Pick<JournalRow, 'date' | 'note' | 'question' | 'text'>,
  now: number,
): Promise<void> {
  const id = idOf(date, note);
  if (text.trim()) await database.journal.put({ id, date, note, question, text: text.trim(), updated: now });
  else await database.journal.delete(id);
}

/** The answer of a day to a note's question, if there is one. */
export function answerOf(database: Database, date: string, note: string): Promise<JournalRow | undefined> {
  return database.journal.get(idOf(date, note));
}
