// The public documents of the evaluation stay apart from what training has seen, and verdicts stay readable.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/setup.mjs';

interface Recorded {
  repository: string;
  path: string;
  sha256?: string;
  said?: string;
}

const recordsOf = (path: string): Recorded[] =>
  readFileSync(join(root, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);
const ours = (name: string) => recordsOf(`tests/eval/public/${name}.jsonl`);
const placeOf = ({ repository, path }: Recorded) => `${repository}:${path}`;

describe('public documents', () => {
  const asked = [...ours('documents'), ...ours('reviewed')];

  it('are of no repository that training has read', () => {
    const trained = new Set(recordsOf('tools/encoder/real-labels.jsonl').map(({ repository }) => repository));
    const shared = [...asked, ...ours('manuals')].filter(({ repository }) => trained.has(repository));
    expect(shared.map(placeOf)).toEqual([]);
  });

  it('are each asked about once, and every verdict is on one of them', () => {
    const places = asked.map(placeOf);
    expect(new Set(places).size).toBe(places.length);
    for (const verdict of ours('verdicts')) expect(places).toContain(placeOf(verdict));
  });

  it('have one verdict for each thing that was said of a paragraph', () => {
    const keys = ours('verdicts').map(({ sha256, said }) => `${sha256} ${said}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
