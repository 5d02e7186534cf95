// The evaluation gate: what has been reached on the labelled passages never falls back.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEngine, loadSecondStage } from '../../scripts/engine.ts';
import { judge, readRows, tallyOf } from '../../scripts/measure.ts';

/** Reached on 2026-11-24, less a margin of two passages: training may round otherwise on another machine. */
const REACHED = { precision: 0.8, coverage: 0.209, three: 0.774, falseMarks: 0.016 };

describe('the labelled passages', () => {
  const rows = readRows(join(import.meta.dirname, 'passages.jsonl'));
  const tally = tallyOf(judge(rows, loadEngine(), loadSecondStage()));

  it('get marks that are right as often as before', () => {
    expect(tally.shown).toBeGreaterThan(20);
    expect(tally.right / tally.shown).toBeGreaterThanOrEqual(REACHED.precision);
    expect(tally.right / tally.positive).toBeGreaterThanOrEqual(REACHED.coverage);
  });

  it('have the right line among three in the panel as often as before', () => {
    expect(tally.three / tally.positive).toBeGreaterThanOrEqual(REACHED.three);
  });

  it('stay unmarked where silence is right', () => {
    expect(tally.falseMarks / tally.none).toBeLessThanOrEqual(REACHED.falseMarks);
  });
});
