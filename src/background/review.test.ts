import { describe, expect, it } from 'vitest';
import type { KindDescription } from '../engine/documents/describe.ts';
import { DocumentReader } from '../engine/documents/document.ts';
import { blocksOfText } from '../engine/text/markup.ts';
import { SurfaceReview } from './review.ts';

const plan: KindDescription = {
  ...{ id: 'design-doc', name: 'Plan', titles: ['plan'], headings: ['risks'], phrases: [], against: [] },
  sections: [
    {
      ...{ id: 'risks', name: 'Risks', expected: true, headings: ['risks'], phrases: [], empty: [] },
      ...{ why: '', skeleton: '' },
    },
  ],
};
const context = { title: 'Plan', hostKind: 'unknown' as const, corrected: undefined, partial: false };

const reader = () => new DocumentReader({ documents: [plan], families: [], checks: [] });

function run(review: SurfaceReview, text: string, partial = false): number {
  const step = review.begin(blocksOfText(text), { ...context, partial });
  let steps = 1;
  while (step()) steps++;
  return steps;
}

describe('SurfaceReview', () => {
  it('reads a long document in many steps', () => {
    const review = new SurfaceReview(reader());
    expect(run(review, `${'A line of some words. '.repeat(10)}\n\n`.repeat(100))).toBeGreaterThan(20);
    expect(review.review?.missing).toEqual(['risks']);
    expect(review.present).toEqual([]);
  });

  it('calls nothing missing where only a part can be read', () => {
    const review = new SurfaceReview(reader());
    run(review, 'A line.', true);
    expect(review.review).toMatchObject({ kind: 'design-doc', missing: [] });
  });

  it('knows what is there', () => {
    const review = new SurfaceReview(reader());
    run(review, '# Risks\n\nThe queue may lose parcels.');
    expect(review.present).toEqual(['risks']);
  });
});
