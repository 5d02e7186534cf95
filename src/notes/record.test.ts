import { describe, expect, it } from 'vitest';
import { isUnfinished, newRecord, recordGroups, recordMarkdown } from './record.ts';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();
const names = {
  title: 'Record',
  did: 'What I did',
  outcome: 'Who could do what',
  by: 'By when',
  link: 'Link',
  unfinished: 'unfinished',
};

const rows = [
  newRecord({ did: 'Named a decider', topic: 'decisions' }, at(2026, 10, 3)),
  newRecord({ did: 'Wrote the | plan', outcome: 'Two teams\nstarted', topic: 'strategy' }, at(2026, 11, 2)),
  newRecord(
    {
      did: 'Paired',
      outcome: 'Ana leads it',
      by: 'May',
      link: 'https://a.example/x_(y)',
      linkTitle: 'A [b]',
    },
    at(2026, 11, 9),
  ),
];

describe('the record', () => {
  it('is unfinished while nobody could do anything because of it', () => {
    expect(rows.map(isUnfinished)).toEqual([true, false, false]);
    expect(isUnfinished({ outcome: '  ' })).toBe(true);
  });

  it('is read by month, the latest first', () => {
    const groups = recordGroups(rows, 'month', []);
    expect(groups.map(({ key, rows: own }) => [key, own.map((row) => row.did)])).toEqual([
      ['2026-11', ['Paired', 'Wrote the | plan']],
      ['2026-10', ['Named a decider']],
    ]);
  });

  it('is read by topic, those of none last', () => {
    const groups = recordGroups(rows, 'topic', ['strategy', 'decisions']);
    expect(groups.map(({ key }) => key)).toEqual(['strategy', 'decisions', '']);
  });

  it('is exported as Markdown that no text of a person breaks', () => {
    const text = recordMarkdown(recordGroups(rows, 'month', []), names, (key) => key);
    expect(text).toContain('| Wrote the \\| plan | Two teams started |');
    expect(text).toContain('| Named a decider | *unfinished* |');
    expect(text).toContain('[A \\[b\\]](<https://a.example/x_(y)>)');
    for (const line of text.split('\n').filter((one) => one.startsWith('|'))) {
      expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6);
    }
  });
});
