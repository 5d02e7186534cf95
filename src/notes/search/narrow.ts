// Which entries are worth ranking: Fuse alone needs tens of milliseconds a key over all of them (issue 7).
import type { Entry } from '../entry.ts';
import { wordsIn } from './fold.ts';
import { type Expansion, Terms } from './terms.ts';

interface Field {
  weight: number;
  /** It says what the note is about. */
  heading?: boolean;
  text(entry: Entry): string;
}

/** What is searched of an entry, and how much a word there weighs: the words in sight first. */
const IN_SIGHT: Field[] = [
  { weight: 4, heading: true, text: (entry) => entry.title },
  { weight: 2, text: (entry) => `${entry.line} ${entry.idea}` },
  { weight: 1.5, heading: true, text: (entry) => `${entry.topicName} ${entry.tags.join(' ')}` },
];
const FIELDS: Field[] = [
  ...IN_SIGHT,
  {
    weight: 1,
    text: (entry) => `${entry.body} ${entry.step} ${entry.question} ${entry.paste} ${entry.hidden}`,
  },
  { weight: 1, text: (entry) => entry.sources.map((source) => `${source.author} ${source.work}`).join(' ') },
];

/** An entry that may be meant, with a score, more is better. */
export interface Candidate {
  entry: Entry;
  score: number;
  /** How well its words answer those asked for, 0–1. */
  coverage: number;
  /** Whether every word asked for, or a longer one that begins with it, stands in its title, its topic or a tag. */
  headed: boolean;
}

/** Those whose title or topic says it come first, then the higher score. */
export const firstOf = (a: Candidate, b: Candidate): number =>
  Number(b.headed) - Number(a.headed) || b.score - a.score;

interface Postings {
  /** Where the records of each term begin. */
  starts: Uint32Array;
  records: Uint32Array;
  weights: Float32Array;
  /** 1 where the term stands in a heading of the record. */
  headings: Uint8Array;
}

interface Posting {
  record: number;
  weight: number;
  heading: boolean;
}

/** An inverted index over entries: terms, and for each the entries that hold it with its best weight there. */
export class Narrowing {
  private readonly terms: Terms;
  private readonly postings: Postings;
  private readonly count: number;

  /** @param inSight whether titles, lines and topics are enough: such an index is made in a fifth of the time */
  constructor(
    private readonly entries: readonly Entry[],
    inSight = false,
  ) {
    const lists = new Map<string, Posting[]>();
    entries.forEach((entry, record) => {
      for (const { weight, heading = false, text } of inSight ? IN_SIGHT : FIELDS) {
        for (const { text: term } of wordsIn(text(entry))) {
          const list = lists.get(term);
          const last = list?.at(-1);
          if (!list) lists.set(term, [{ record, weight, heading }]);
          else if (last?.record !== record) list.push({ record, weight, heading });
          else last.heading ||= heading;
        }
      }
    });
    const sorted = [...lists.keys()].sort();
    this.terms = new Terms(sorted);
    this.postings = flat(sorted.map((term) => lists.get(term)!));
    this.count = entries.length;
  }

  /** The terms that each word can mean. */
  expand(words: readonly string[], open: boolean): Expansion[] {
    return words.map((word, at) => this.terms.expand(word, open && at === words.length - 1));
  }

  /**
   * The best candidates for a query.
   * @param expansions what each of its words can mean
   * @param allowed which entries may be found
   */
  candidates(
    expansions: readonly Expansion[],
    allowed: (entry: Entry) => boolean,
    most: number,
  ): Candidate[] {
    const scores = new Float32Array(this.count);
    const covered = new Float32Array(this.count);
    const said = new Uint8Array(this.count);
    for (const expansion of expansions) this.addWord(expansion, scores, covered, said);
    const found: Candidate[] = [];
    for (let at = 0; at < this.count; at++) {
      const entry = this.entries[at]!;
      if (scores[at]! <= 0 || !allowed(entry)) continue;
      // Coverage: an entry that answers every word stands above one that answers a rare word well.
      const coverage = covered[at]! / expansions.length;
      const headed = said[at] === expansions.length;
      found.push({ entry, score: scores[at]! * coverage * coverage, coverage, headed });
    }
    return found.sort(firstOf).slice(0, most);
  }

  private addWord(
    { fits, asTyped }: Expansion,
    scores: Float32Array,
    covered: Float32Array,
    said: Uint8Array,
  ): void {
    const headed = new Set<number>();
    const bestScore = new Map<number, number>();
    const bestFit = new Map<number, number>();
    const { starts, records, weights, headings } = this.postings;
    for (const [term, fit] of fits) {
      const typed = asTyped.has(term);
      const [start, end] = [starts[term]!, starts[term + 1]!];
      const rarity = Math.log(1 + this.count / (end - start));
      for (let at = start; at < end; at++) {
        const record = records[at]!;
        const score = rarity * weights[at]! * fit;
        if (score > (bestScore.get(record) ?? 0)) bestScore.set(record, score);
        if (fit > (bestFit.get(record) ?? 0)) bestFit.set(record, fit);
        if (typed && headings[at]) headed.add(record);
      }
    }
    for (const [record, score] of bestScore) scores[record]! += score;
    for (const [record, fit] of bestFit) covered[record]! += fit;
    for (const record of headed) said[record]!++;
  }
}

function flat(lists: readonly Posting[][]): Postings {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const starts = new Uint32Array(lists.length + 1);
  const records = new Uint32Array(total);
  const weights = new Float32Array(total);
  const headings = new Uint8Array(total);
  let at = 0;
  lists.forEach((list, term) => {
    starts[term] = at;
    for (const { record, weight, heading } of list) {
      records[at] = record;
      headings[at] = Number(heading);
      weights[at++] = weight;
    }
  });
  starts[lists.length] = at;
  return { starts, records, weights, headings };
}
