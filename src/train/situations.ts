// Passages written for training, beside the library: situations in registers that its examples have little of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Labelled } from './linear.ts';

/** Where they stand in the project: one a line. `tools/encoder` trains on them as well. */
export const SITUATIONS_FILE = 'src/train/situations.jsonl';

const situation = v.object({ text: v.string(), topics: v.array(v.string()) });

/**
 * The situations; without a topic where silence is right. The note that one was written for is not told: its topic
 * need not be the first of the situation's. @throws where a line is not of the form
 */
export function readSituations(root: string): Labelled[] {
  return readFileSync(join(root, SITUATIONS_FILE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(situation, JSON.parse(line)));
}
