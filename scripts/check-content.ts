// npm run check:content: every fault of the library with file, line, rule and mend; then the counts.
import { join } from 'node:path';
import { Engine } from '../src/engine/suggest.ts';
import { KINDS } from '../src/engine/types.ts';
import { checkContent, SEEDS } from '../src/library/check.ts';
import { lineFinder } from '../src/library/lines.ts';
import { faultLine } from '../src/library/plugin.ts';
import { readContent } from '../src/library/read.ts';
import { TRADES, VOICES } from '../src/library/schema.ts';
import { root } from './setup.mjs';

const content = readContent(join(root, 'content'));
const faults = checkContent(content, lineFinder(root));
for (const fault of faults) console.error(faultLine(fault));

const engine = new Engine(content.notes);
const examples = content.examples.flatMap(({ note, examples }) =>
  examples.map((example) => ({ note, ...example })),
);
const caught = examples.filter(({ note, text }) => engine.firesOn(note, text)).length;
const falseFriends = content.examples.reduce((sum, entry) => sum + entry.falseFriends.length, 0);
const fires = content.neutral.filter(({ text }) => engine.suggest({ text }).length > 0);
const topicOf = new Map(content.notes.map((note) => [note.id, note.topic]));

console.log(
  `notes ${content.notes.length}, examples ${examples.length}, false friends ${falseFriends}, neutral ${content.neutral.length}`,
);
console.log(
  `triggers catch ${caught} of ${examples.length} examples; they fire on ${fires.length} of ${content.neutral.length} neutral passages`,
);
for (const { text, file } of fires.slice(0, 20)) console.log(`  fires on ${file}: ${text.slice(0, 90)}`);
for (const topic of content.topics) {
  const own = examples.filter((example) => topicOf.get(example.note) === topic.id);
  const hands = new Set(own.map((example) => example.by));
  const implied = own.filter((example) => example.shown === 'implied').length;
  const missing = [
    ...missingOf(
      own.map((example) => example.voice),
      VOICES,
    ),
    ...missingOf(
      own.map((example) => example.trade),
      TRADES,
    ),
    ...missingOf(
      own.map((example) => example.kind),
      KINDS.filter((kind) => kind !== 'unknown' && kind !== 'article'),
    ),
  ];
  const notes = content.notes.filter((note) => note.topic === topic.id).length;
  console.log(
    `${topic.id.padEnd(24)} notes ${String(notes).padStart(2)}, examples ${String(own.length).padStart(3)}, implied ${implied}, hands ${[...hands].sort().join('')}${missing.length > 0 ? `, grid lacks ${missing.join(' ')}` : ''}`,
  );
}
const covered = new Set(content.notes.flatMap((note) => note.seed ?? []));
console.log(`seeds covered: ${SEEDS.filter((seed) => covered.has(seed)).length} of ${SEEDS.length}`);
const kinds = new Set(faults.map((fault) => fault.rule));
console.log(`${faults.length} faults${faults.length > 0 ? ` (${[...kinds].join(', ')})` : ''}`);
if (faults.length > 0) process.exitCode = 1;

function missingOf(found: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((value) => !found.includes(value));
}
