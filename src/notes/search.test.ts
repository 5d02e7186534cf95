import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { parseQuery } from './search/query.ts';
import { editDistance } from './search/terms.ts';
import { excerpt, matchesIn, NoteSearch } from './search.ts';

const entry = (id: string, title: string, more: Partial<Entry> = {}): Entry => ({
  id,
  own: false,
  title,
  line: '',
  topic: 'decisions',
  topicName: 'Making decisions',
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
  ...more,
});

const entries = [
  entry('doors', 'One-way and two-way doors', { body: 'Decide fast what can be undone.' }),
  entry('executives', 'Learn how this executive takes things in', {
    topic: 'executive-communication',
    topicName: 'Communicating with executives',
    line: 'Before you present, who can tell you what to change?',
  }),
  entry('glue', 'Make glue work visible', {
    tags: ['team'],
    sources: [{ author: 'Tanya Reilly', work: 'Being Glue' }],
  }),
  entry('cafe', 'Naïve café rules'),
];
const search = new NoteSearch([entries]);
const ids = (query: string) => search.search(query).map((found) => found.entry.id);

describe('search', () => {
  it.each([
    ['exec', 'executives'],
    ['doors two way', 'doors'],
    ['executve', 'executives'],
    ['visable glue', 'glue'],
    ['naive cafe', 'cafe'],
    ['undone', 'doors'],
    ['reilly', 'glue'],
  ])('finds %s', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it('filters by topic, tag and source, alone and with words', () => {
    expect(ids('topic:executive')).toEqual(['executives']);
    expect(ids('tag:team')).toEqual(['glue']);
    expect(ids('source:"being glue" visible')).toEqual(['glue']);
    expect(ids('topic:executive doors')).toEqual([]);
  });

  it('finds nothing for nothing, and for words that stand nowhere', () => {
    expect(ids('')).toEqual([]);
    expect(ids('quarterly headcount')).toEqual([]);
  });

  it('gives scores from 0 to 1, the best first', () => {
    const scores = search.search('glue').map((found) => found.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('lists first what says the word in its title, topic or a tag, whatever bodies say', () => {
    const body = 'Execute. An exec asked the exec: exec, exec.';
    const bodies = Array.from({ length: 60 }, (_, at) => entry(`body-${at}`, `Note ${at}`, { body }));
    const line = entry('line', 'Collect the exceptions', { line: 'Which exec signs it?' });
    const topic = entry('topic', 'Open with the answer', { topicName: 'Communicating with executives' });
    const tag = entry('tag', 'Lunch', { tags: ['execs'] });
    const title = entry('title', 'What executives read');
    const all = new NoteSearch([[...bodies, line, topic, tag], [title]], (id) => (id === 'line' ? 50 : 0));
    const found = all.search('exec').map((one) => one.entry.id);
    expect(found[0]).toBe('title');
    expect(found.slice(0, 3).sort()).toEqual(['tag', 'title', 'topic']);
  });

  it('takes a heading for first only where it holds every word', () => {
    const half = entry('half', 'Executives');
    const whole = entry('whole', 'Brief', { line: 'Executives read the budget.', body: 'The budget.' });
    expect(new NoteSearch([[half, whole]]).search('executives budget')[0]?.entry.id).toBe('whole');
  });

  it('lifts what is used often', () => {
    const same = [entry('a', 'Say no'), entry('b', 'Say no')];
    expect(new NoteSearch([same], (id) => (id === 'b' ? 5 : 0)).search('say no')[0]?.entry.id).toBe('b');
  });
});

describe('what is shown of a match', () => {
  it('marks words, beginnings and misspellings', () => {
    expect(matchesIn('An executive presents', 'exec prezents')).toEqual([
      { start: 3, end: 7 },
      { start: 13, end: 21 },
    ]);
  });

  it('cuts an excerpt around the first match', () => {
    const text = `${'word '.repeat(40)}migration at last`;
    expect(excerpt(text, 'migration', 60)).toContain('migration');
  });
});

it('takes a query apart', () => {
  expect(parseQuery('topic:"making d" two  way ')).toMatchObject({
    words: ['two', 'way'],
    filters: [{ by: 'topic', value: 'making d' }],
    open: false,
  });
});

it('counts swaps as one error', () => {
  expect(editDistance('recieve', 'receive', 2)).toBe(1);
  expect(editDistance('abc', 'xyz', 1)).toBe(2);
});
