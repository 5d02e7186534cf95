// npm run calibrate: fits calibration and thresholds on held-out notes of the library, and writes them down.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import calibration from '../src/engine/relevance/calibration.json' with { type: 'json' };
import { soundContent } from '../src/library/plugin.ts';
import { calibrate, heldOut } from '../src/train/calibrate.ts';
import { labelledOf } from '../src/train/labelled.ts';
import { readSituations } from '../src/train/situations.ts';
import { root } from './setup.mjs';

const content = soundContent(join(root, 'content'));
const topics = content.topics.map((topic) => topic.id);
const passages = [...labelledOf(content), ...readSituations(root)];
const linear = calibrate(heldOut(passages, topics));
const recipe = `npm run calibrate, on ${content.notes.length} notes, ${passages.length} passages, folds by note`;
writeFileSync(
  join(root, 'src/engine/relevance/calibration.json'),
  `${JSON.stringify({ ...calibration, recipe, linear }, null, 2)}\n`,
);
console.log(recipe, linear.thresholds);
