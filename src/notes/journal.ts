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

/** What was answered on the same day of the year before. */
export function aYearBefore(database: Database, date: string): Promise<JournalRow[]> {
  return database.journal.where('date').equals(yearBefore(date)).toArray();
}

/** The same day a year earlier; of February 29 the 28th. */
export function yearBefore(date: string): string {
  const [year, month, day] = date.split('-');
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}

/** The whole journal, the latest first. */
export function journalRows(database: Database): Promise<JournalRow[]> {
  return database.journal.orderBy('date').reverse().toArray();
}

/** The journal as Markdown: one heading a day, the question, the answer. */
export function journalMarkdown(rows: readonly JournalRow[], title: string): string {
  const days = rows.map(({ date, question, text }) => `## ${date}\n\n*${question}*\n\n${text}`);
  return `${[`# ${title}`, ...days].join('\n\n')}\n`;
}
