import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../text/markup.ts';
import type { KindDescription, SectionDescription } from './describe.ts';
import { DocumentReader } from './document.ts';

const section = (id: string, headings: string[], phrases: string[] = []): SectionDescription => ({
  id,
  name: id,
  expected: true,
  headings,
  phrases,
  empty: ['none yet', 'tbd'],
  why: '',
  skeleton: '',
});
const designDoc: KindDescription = {
  id: 'design-doc',
  name: 'Design document',
  titles: ['design (doc|proposal)', '^rfc'],
  headings: ['alternatives', 'non-goals'],
  phrases: ['we propose'],
  against: ['meeting notes'],
  sections: [
    section('non-goals', ['non-goals'], ['out of scope']),
    section('decider', ['decider'], ['final call']),
  ],
};
const reader = new DocumentReader({ documents: [designDoc], families: [], checks: [] });
const review = (title: string, text: string) => reader.review({ title, blocks: blocksOfText(text) });

describe('DocumentReader', () => {
  it('knows a kind by its title and headings, and names what is missing', () => {
    const found = review(
      'RFC 7: parcels',
      '# Alternatives\n\nWe propose a queue.\n\n# Non-goals\n\nWe will not touch returns.',
    );
    expect(found.kind).toBe('design-doc');
    expect(found.sections[0]).toMatchObject({ present: true, where: 'Non-goals' });
    expect(found.missing).toEqual(['decider']);
  });

  it('counts a section that says nothing as missing', () => {
    expect(
      review('RFC 7', '# Non-goals\n\nNone yet.\n\n# Alternatives\n\nA list of them.').missing,
    ).toContain('non-goals');
  });

  it('finds substance without a heading, and labels', () => {
    const found = review(
      'Design doc',
      '# Alternatives\n\nReturns are out of scope here.\n\nDecider: Kim, by 4 May',
    );
    expect(found.missing).toEqual([]);
  });

  it('claims nothing of other texts', () => {
    expect(review('Lunch', 'Soup on Monday.')).toMatchObject({ kind: 'unknown', missing: [] });
  });

  it('does not take one word of a long heading for the section', () => {
    expect(
      review('RFC 7', '# How the decider of the old parcel queue was chosen in March\n\nBy lot.').missing,
    ).toContain('decider');
  });
});

const TEMPLATE = [
  '# Proposal: [Title]',
  '## Alternatives',
  'What other designs have been considered? Why is this one better?',
  'For example: a queue instead of a table.',
  '## Non-goals',
  'Describe what is out of scope.',
  '- Parcels of other carriers.',
  '## Decider',
  'Your proposal should name one person.',
  '## Summary',
  '<!-- One paragraph.',
  '',
  'It stands on its own. -->',
];
const filled = (...lines: string[]) => review('RFC 7', lines.join('\n\n'));

describe('a template', () => {
  it('says nothing yet, neither in its instructions nor in what explains them', () => {
    const { missing, prompts } = filled(...TEMPLATE);
    expect(missing).toEqual(['non-goals', 'decider']);
    const written = blocksOfText(TEMPLATE.join('\n\n')).filter(
      ({ id, type }) => type !== 'heading' && !prompts.has(id),
    );
    expect(written).toEqual([]);
  });

  it('counts what is written over its instructions', () => {
    const lines = TEMPLATE.map((line) =>
      line.startsWith('Describe') ? 'We leave returns as they are.' : line,
    );
    expect(filled(...lines).missing).toEqual(['decider']);
  });

  it('counts what is written below instructions that were left in', () => {
    const { missing } = filled(
      '## Non-goals',
      '*Say what is left out.*',
      'We leave returns as they are.',
      '## Decider',
      '<!-- One person. -->',
      'Kim decides on Friday.',
      '## Alternatives',
      '*What else was considered?*',
      'A table.',
    );
    expect(missing).toEqual([]);
  });
});

describe('a heading', () => {
  it('of the whole document is no section', () => {
    expect(filled('# Non-goals of the parcel queue', '## Design', 'A queue.').missing).toContain('non-goals');
    expect(filled('# Non-goals', 'Returns.', '# Design', 'A queue.').missing).not.toContain('non-goals');
  });

  it('that names non-goals names no goals', () => {
    const goals = { ...designDoc, sections: [section('goals', ['goals']), ...designDoc.sections] };
    const both = new DocumentReader({ documents: [goals], families: [], checks: [] });
    const found = both.review({ title: 'RFC 7', blocks: blocksOfText('# Non-goals\n\nReturns.\n\n# Rest') });
    expect(found.missing).toEqual(['goals', 'decider']);
  });

  it('may stand before the text, as an entry of its front matter', () => {
    const front = (value: string) =>
      `---\ntitle: Parcels\ndecider:${value}\nstatus: draft\n---\n\n# Design\n\nA queue.`;
    expect(filled(front('\n  - "@kim"')).missing).not.toContain('decider');
    expect(filled(front(' (to be named)')).missing).toContain('decider');
    expect(filled(front(' TBD')).missing).toContain('decider');
  });
});
