// npm run search: what the popup would list, for a query or for JSON lines.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { libraryEntries } from '../src/notes/library-shelf.ts';
import { joinIdeas } from '../src/notes/search/ideas.ts';
import { NoteSearch } from '../src/notes/search.ts';
import { loadEngine, loadSecondStage } from './engine.ts';

const LISTED = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
});

const search = new NoteSearch([libraryEntries]);
const engine = loadEngine();
const secondStage = loadSecondStage();
const byId = new Map(libraryEntries.map((entry) => [entry.id, entry]));
const line = v.object({ id: v.union([v.string(), v.number()]), query: v.string() });

function resultsOf(query: string) {
  const byWords = search.search(query).map(({ entry }) => entry);
  const byIdea = engine.nearest(query, secondStage.scores(query)).flatMap(({ note }) => byId.get(note) ?? []);
  return joinIdeas(byWords, byIdea)
    .slice(0, LISTED)
    .map(({ entry, score }) => ({ note: entry.id, score: Math.round(score * 1000) / 1000, entry }));
}

const bare = (query: string) => resultsOf(query).map(({ note, score }) => ({ note, score }));

async function answerLines(): Promise<void> {
  for await (const text of createInterface({ input: process.stdin })) {
    if (!text.trim()) continue;
    try {
      const { id, query } = v.parse(line, JSON.parse(text));
      console.log(JSON.stringify({ id, results: bare(query) }));
    } catch (error) {
      console.log(JSON.stringify({ line: text.slice(0, 200), error: (error as Error).message }));
      process.exitCode = 2;
    }
  }
}

if (values.jsonl) {
  await answerLines();
} else {
  const query = positionals.join(' ');
  if (!query) {
    console.error('What to search for? npm run search -- WORDS');
    process.exitCode = 2;
  } else if (values.json) {
    console.log(JSON.stringify(bare(query)));
  } else {
    const results = resultsOf(query);
    if (results.length === 0) console.log(`No note says "${query}".`);
    for (const { note, score, entry } of results) {
      console.log(`${score.toFixed(2)}  ${entry.title}  (${entry.topicName}, ${note})\n      ${entry.line}`);
    }
  }
}
