// The checks of content/checks against their own cases, and against templates that say nothing yet.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentReader } from '../../src/engine/documents/document.ts';
import { Engine } from '../../src/engine/suggest.ts';
import { blocksOfText } from '../../src/engine/text/markup.ts';
import { readContent } from '../../src/library/read.ts';

const content = readContent(join(import.meta.dirname, '../../content'));
const reader = new DocumentReader(content);
const engine = new Engine(content.notes);
const ENOUGH = 24 / 30;

describe('content', () => {
  it('has no fault', () => expect(content.faults).toEqual([]));
});

describe.each(content.checks)('check $id', (check) => {
  const cases = content.cases.get(check.id) ?? [];
  const wrong = cases.filter(({ text, under, stops }) => {
    const blocks = blocksOfText(under ? `## ${under}\n\n${text}` : text);
    const stopped = check.kinds.some((corrected) =>
      reader.review({ title: '', blocks, corrected }).findings.some((finding) => finding.check === check.id),
    );
    return stopped !== stops;
  });

  it('is right often enough to be said, or asks', () => {
    const right = cases.length - wrong.length;
    console.log(`${check.id}: right on ${right} of ${cases.length}`);
    for (const { text, stops } of wrong)
      console.log(`  ${stops ? 'missed' : 'stopped'}: ${text.slice(0, 100)}`);
    if (check.sure) expect(right / cases.length).toBeGreaterThanOrEqual(ENOUGH);
    else expect(check.line).toMatch(/\?/);
  });
});

describe.each(content.documents)('the skeletons of $id', ({ id, sections }) => {
  const blocks = blocksOfText(sections.map(({ skeleton }) => skeleton).join('\n\n'));

  it('count as nothing written yet', () => {
    const review = reader.review({ title: '', blocks, corrected: id });
    expect(review.missing).toEqual(sections.filter(({ expected }) => expected).map((section) => section.id));
    expect(review.findings).toEqual([]);
  });

  it('raise no hint', () => {
    const hints = blocks.flatMap(({ text, type }) =>
      type === 'paragraph' || type === 'item' ? engine.suggest({ text, kind: id }) : [],
    );
    expect(hints).toEqual([]);
  });
});
