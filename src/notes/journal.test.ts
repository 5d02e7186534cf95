import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { answerOf, aYearBefore, journalMarkdown, journalRows, keepAnswer, yearBefore } from './journal.ts';

const line = (date: string, text: string) => ({ date, note: 'n', question: 'Who decides?', text });

describe('the journal', () => {
  it('keeps one line a day and question; an empty one takes it away', async () => {
    const database = openDatabase('journal');
    await keepAnswer(database, line('2026-11-24', ' Petra '), 1);
    await keepAnswer(database, line('2026-11-24', 'Ruth'), 2);
    expect((await answerOf(database, '2026-11-24', 'n'))?.text).toBe('Ruth');
    expect(await journalRows(database)).toHaveLength(1);
    await keepAnswer(database, line('2026-11-24', ' '), 3);
    expect(await journalRows(database)).toEqual([]);
  });

  it('remembers the same day of the year before, also of a leap day', async () => {
    const database = openDatabase('journal-past');
    await keepAnswer(database, line('2027-02-28', 'Nobody yet'), 1);
    expect(yearBefore('2028-02-29')).toBe('2027-02-28');
    expect((await aYearBefore(database, '2028-02-29')).map((row) => row.text)).toEqual(['Nobody yet']);
    expect(await aYearBefore(database, '2028-02-27')).toEqual([]);
  });

  it('is read as Markdown, the latest day first', async () => {
    const database = openDatabase('journal-markdown');
    await keepAnswer(database, line('2026-11-23', 'One'), 1);
    await keepAnswer(database, line('2026-11-24', 'Two'), 2);
    expect(journalMarkdown(await journalRows(database), 'Journal')).toBe(
      '# Journal\n\n## 2026-11-24\n\n*Who decides?*\n\nTwo\n\n## 2026-11-23\n\n*Who decides?*\n\nOne\n',
    );
  });
});
