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
