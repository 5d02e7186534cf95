// npm run eval -- --baselines: other ways to find a topic, on the same passages, each by its own scores.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import calibration from '../../src/engine/relevance/calibration.json' with { type: 'json' };
import { LearnedRelevance } from '../../src/engine/relevance/learned.ts';
import type { LinearStage } from '../../src/engine/relevance/linear.ts';
import type { SecondStage } from '../../src/engine/relevance/second-stage.ts';
import { Engine } from '../../src/engine/suggest.ts';
import { blankInline } from '../../src/engine/text/prose.ts';
import { wordsOf } from '../../src/engine/text/words.ts';
import { notes, topics } from '../../src/library/index.ts';
import type { Entry } from '../../src/notes/entry.ts';
import { libraryEntries } from '../../src/notes/library-shelf.ts';
import { isSilent, type Row } from '../measure.ts';
import { share } from '../share.ts';

/** A topic with how strongly a method says it; scores compare within one method. */
interface Said {
  topic: string;
  score: number;
}

/** One way to find topics, the best first. */
export interface Method {
  name: string;
  /** Only each n-th passage is asked about: slow ones take a second each. */
  every: number;
  rank(row: Row): Said[];
}

/** Share of the silent passages that may be marked where coverage and precision are compared. */
const SILENT_MARKED = 0.03;
const topicOfNote = new Map(notes.map(({ id, topic }) => [id, topic]));

/** Every method, from the simplest to the whole engine. */
export function methodsOf(stage: LinearStage, secondStage: SecondStage): Method[] {
  const { encoder } = calibration;
  const learned = new LearnedRelevance(stage);
  const alone = new LearnedRelevance(stage, { ...calibration, encoder: { ...encoder, share: 0 } });
  return [
    { name: 'topic keywords', every: 1, rank: keywords() },
    { name: 'Fuse.js over notes (each tenth passage)', every: 10, rank: fuse() },
    { name: 'MiniSearch BM25 over notes', every: 1, rank: bm25() },
    { name: 'linear floor', every: 1, rank: (row) => ranked(learned, row) },
    { name: 'encoder alone', every: 1, rank: (row) => ranked(alone, row, secondStage) },
    { name: 'encoder with the linear stage', every: 1, rank: (row) => ranked(learned, row, secondStage) },
    { name: 'whole engine (triggers, unless, gate)', every: 1, rank: whole(stage, secondStage) },
  ];
}

/** Names of topics and the words of what they cover, by stem; rare stems count more. */
function keywords(): Method['rank'] {
  const stems = topics.map(
    ({ id, name, covers }) => [id, new Set(wordsOf(`${name} ${covers}`).map(({ stem }) => stem))] as const,
  );
  const weight = (stem: string) => Math.log(stems.length / stems.filter(([, own]) => own.has(stem)).length);
  return ({ text }) => {
    const present = [...new Set(wordsOf(text).map(({ stem }) => stem))];
    return best(
      stems.map(([topic, own]) => ({
        topic,
        score: present.filter((stem) => own.has(stem)).reduce((sum, stem) => sum + weight(stem), 0),
      })),
    );
  };
}

function fuse(): Method['rank'] {
  const keys: (keyof Entry)[] = ['title', 'line', 'idea', 'topicName', 'body'];
  const index = new Fuse(libraryEntries, {
    keys,
    useTokenSearch: true,
    ignoreLocation: true,
    includeScore: true,
  });
  return ({ text }) =>
    best(
      index
        .search(text, { limit: 20 })
        .map(({ item, score = 1 }) => ({ topic: topicOfNote.get(item.id)!, score: 1 - score })),
    );
}

function bm25(): Method['rank'] {
  const index = new MiniSearch<Entry>({ fields: ['title', 'line', 'idea', 'topicName', 'body'] });
  index.addAll(libraryEntries);
  return ({ text }) =>
    best(index.search(text).map(({ id, score }) => ({ topic: topicOfNote.get(id as string)!, score })));
}

/** What was learned, by itself: no trigger, no threshold. */
function ranked(relevance: LearnedRelevance, row: Row, secondStage?: SecondStage): Said[] {
  const words = wordsOf(blankInline(row.text));
  const scores = secondStage?.scores(row.text);
  const found = relevance.rank(row, words, new Set(), (note) => topicOfNote.has(note), 0, scores);
  return best(found.map(({ note, score }) => ({ topic: topicOfNote.get(note)!, score })));
}

/** What was learned, holding nothing back. */
class Unheld extends LearnedRelevance {
  override thresholds() {
    return { mark: 1, panel: 0, beside: 0 };
  }
}

function whole(stage: LinearStage, secondStage: SecondStage): Method['rank'] {
  const engine = new Engine(notes, new Unheld(stage));
  return (row) => {
    const scores = engine.isOpen(row) ? secondStage.scores(row.text) : undefined;
    return engine.suggest(row, {}, scores).map(({ topic, score }) => ({ topic, score }));
  };
}

/** Each topic once, at its best, the best first. */
function best(said: readonly Said[]): Said[] {
  const most = new Map<string, number>();
  for (const { topic, score } of said) if (score > (most.get(topic) ?? 0)) most.set(topic, score);
  return [...most].map(([topic, score]) => ({ topic, score })).sort((a, b) => b.score - a.score);
}

/** One line of the table of methods. */
export function compare(method: Method, rows: readonly Row[]): string {
  const asked = rows
    .filter((_, at) => at % method.every === 0)
    .map((row) => ({ row, said: method.rank(row) }));
  const silent = asked.filter(({ row }) => isSilent(row));
  const deserving = asked.filter(({ row }) => !isSilent(row));
  const within = (most: number) =>
    deserving.filter(({ row, said }) => said.slice(0, most).some(({ topic }) => row.topics.includes(topic)))
      .length;
  const scoreOf = (said: readonly Said[]) => said[0]?.score ?? 0;
  const loud = silent.map(({ said }) => scoreOf(said)).sort((a, b) => b - a);
  const above = loud[Math.floor(SILENT_MARKED * silent.length)] ?? 0;
  const marked = asked.filter(({ said }) => scoreOf(said) > above);
  const right = marked.filter(({ row, said }) => row.topics.includes(said[0]!.topic)).length;
  const n = deserving.length;
  return `| ${[method.name, share(within(1), n), share(within(3), n), share(right, n), share(right, marked.length)].join(' | ')} |`;
}
