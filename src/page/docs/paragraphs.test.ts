import { describe, expect, it } from 'vitest';
import { paragraphsOf, placeRuns } from './paragraphs.ts';

const annotated =
  '\u0003Background\nInvoices come out of a nightly job that has grown since 2016.\n\u001cWe should \u201crewrite\u201d billing \u2014 from scratch.\n\nPlan\nThe data model moves first, and then each of the jobs.\n';

describe('paragraphsOf', () => {
  it('leaves marks of structure out and tells short lines before long ones', () => {
    expect(paragraphsOf(annotated)).toEqual([
      { text: 'Background', heading: true },
      { text: 'Invoices come out of a nightly job that has grown since 2016.', heading: false },
      { text: 'We should \u201crewrite\u201d billing \u2014 from scratch.', heading: false },
      { text: 'Plan', heading: true },
      { text: 'The data model moves first, and then each of the jobs.', heading: false },
    ]);
  });
});

describe('placeRuns', () => {
  const paragraphs = paragraphsOf(annotated);
  const place = (...labels: string[]) =>
    placeRuns(
      paragraphs,
      labels.map((label) => ({ label })),
    ).map(({ run, paragraph, at }) => `${run.label}@${paragraph}:${at}`);

  it('finds lines though quotes, dashes and spaces differ', () => {
    expect(place('We should "rewrite" ', 'billing-from scratch.')).toEqual([
      'We should "rewrite" @2:0',
      'billing-from scratch.@2:20',
    ]);
  });

  it('lets anything lie between what is painted', () => {
    expect(place('Background', 'The data model', 'moves first,')).toEqual([
      'Background@0:0',
      'The data model@4:0',
      'moves first,@4:15',
    ]);
  });

  it('leaves out what is no part of the text', () => {
    expect(place('Page 1 of 3', 'Plan')).toEqual(['Plan@3:0']);
  });

  it('goes on in both of two cells whose lines are painted in turn', () => {
    expect(place('Invoices come out of a ', 'We should “rewrite” ', 'nightly job', 'billing')).toEqual([
      'Invoices come out of a @1:0',
      'We should “rewrite” @2:0',
      'nightly job@1:23',
      'billing@2:20',
    ]);
  });
});
