// The JSON-lines contracts of npm run suggest (design, section 9), asked as a script would ask them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const MARKED = 'We should rewrite billing from scratch in Go. It will be easier to rebuild than to fix.';

function suggest(input: string, ...flags: string[]) {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), 'suggest', '--jsonl', ...flags],
    { input, encoding: 'utf8', cwd: root },
  );
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { lines: lines.map((line) => JSON.parse(line)), status, stderr };
}

describe('suggest --jsonl', () => {
  it('answers nothing to nothing', () => {
    expect(suggest('')).toMatchObject({ lines: [], status: 0 });
  });

  it('answers each passage in order, names a broken line by its number, and goes on', () => {
    const input = [
      JSON.stringify({ id: 'first', text: MARKED, kind: 'no such kind', heading: null }),
      '{"id": "torn", "text": "half a li',
      '',
      JSON.stringify({ id: 4, text: 'The build passed.\ud800' }),
      JSON.stringify({ id: 'wordless' }),
      JSON.stringify({ id: 'last', text: `Ünïcödé first. ${MARKED}`, title: 'Billing' }),
    ].join('\n');
    const { lines, status } = suggest(input, '--all');
    expect(status).toBe(2);
    expect(lines.map((line) => line.id ?? line.line)).toEqual(['first', 2, 4, 5, 'last']);
    expect(lines[1]).toEqual({ line: 2, error: expect.any(String) });
    expect(lines[3]).toEqual({ line: 5, error: expect.any(String) });
    for (const { id, hints = [] } of lines) {
      const text = id === 'last' ? `Ünïcödé first. ${MARKED}` : MARKED;
      for (const hint of hints) {
        expect(Object.keys(hint)).toEqual([
          'note',
          'topic',
          'start',
          'end',
          'score',
          'reason',
          'shown',
          'place',
        ]);
        expect(hint.score).toBeGreaterThan(0);
        expect(hint.score).toBeLessThanOrEqual(1);
        expect(text.slice(hint.start, hint.end).trim()).not.toBe('');
      }
      const scores = hints.map(({ score }: { score: number }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    expect(lines[0].hints.length).toBeGreaterThan(0);
  });

  it('gives only marks without --all', () => {
    const { lines } = suggest(JSON.stringify({ id: 1, text: MARKED }));
    for (const hint of lines[0].hints) expect(hint.shown).toBe('mark');
  });
});

describe('suggest --document --jsonl', () => {
  it('answers with kind, sections, what is missing, and hints by their place in the whole text', () => {
    const text = `# Design document: billing\n\n## Problem\n\nOne invoice in forty is wrong, and support mends each by hand.\n\n## Goals\n\nInvoices are right on the first run.\n\n## Proposed solution\n\n${MARKED}\n\n## Alternatives considered\n\nWe could mend the old service in place.\n`;
    const { lines, status } = suggest(
      [JSON.stringify({ id: 'd', text }), '[]'].join('\n'),
      '--document',
      '--all',
    );
    expect(status).toBe(2);
    expect(lines[1]).toEqual({ line: 2, error: expect.any(String) });
    const [{ id, kind, confidence, sections, missing, hints }] = lines;
    expect([id, kind]).toEqual(['d', 'design-doc']);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(sections.find((section: { id: string }) => section.id === 'goals')).toEqual({
      id: 'goals',
      present: true,
      where: 'Goals',
    });
    expect(missing).toContain('risks');
    for (const { id: section, present, where } of sections) {
      if (!present) expect(where).toBeNull();
      if (missing.includes(section)) expect(present).toBe(false);
    }
    expect(
      hints.some(({ start, end }: { start: number; end: number }) => MARKED.includes(text.slice(start, end))),
    ).toBe(true);
  });
});
