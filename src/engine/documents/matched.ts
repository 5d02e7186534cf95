// What of one kind stands in a block: its sections, and the phrases of its checks.
import type { Match } from '../match/automaton.ts';
import type { Word } from '../text/words.ts';
import type { CheckDescription, KindDescription } from './describe.ts';
import { type Found, Patterns } from './patterns.ts';
import { covers, type ReadBlock } from './read.ts';

export interface CheckLabel {
  check: string;
  spares: boolean;
}

/** A block with what of the document's kind was found in it; sections by their position in the kind. */
export interface MatchedBlock extends ReadBlock {
  /** In its heading or label. */
  titled: readonly number[];
  /** In its words. */
  passing: readonly number[];
  checks: readonly Found<CheckLabel>[];
}

/** The patterns of one kind. */
export class KindMatcher {
  private readonly known = new WeakMap<ReadBlock, MatchedBlock>();

  private constructor(
    private readonly headings: Patterns<number>,
    private readonly phrases: Patterns<number>,
    private readonly checks: Patterns<CheckLabel>,
  ) {}

  /** Compiles the patterns of a kind, at the first document of it; in steps. @throws GrammarError */
  static *compile(
    { sections }: KindDescription,
    checks: readonly CheckDescription[],
  ): Generator<void, KindMatcher> {
    const ofSections = (field: 'headings' | 'phrases') =>
      new Patterns(
        sections.flatMap((described, label) => described[field].map((phrase) => ({ phrase, label }))),
      );
    const headings = ofSections('headings');
    yield;
    const phrases = ofSections('phrases');
    yield;
    const ofChecks = checks.flatMap(({ id: check, phrases: stops, unless }) => [
      ...stops.map((phrase) => ({ phrase, label: { check, spares: false } })),
      ...unless.map((phrase) => ({ phrase, label: { check, spares: true } })),
    ]);
    return new KindMatcher(headings, phrases, new Patterns(ofChecks));
  }

  has(read: ReadBlock): boolean {
    return this.known.has(read);
  }

  /** What was found in a block; kept while the block is. */
  match(read: ReadBlock): MatchedBlock {
    const known = this.known.get(read);
    if (known) return known;
    const matched = this.find(read);
    this.known.set(read, matched);
    return matched;
  }

  private find(read: ReadBlock): MatchedBlock {
    const { block, words, title, columns } = read;
    if (block.type === 'heading') return { ...read, titled: this.named(title), passing: [], checks: [] };
    const ofColumns = columns.flatMap((column) => (column.filled ? this.named(column.title) : []));
    return {
      ...read,
      titled: this.named(title),
      passing: [...ofColumns, ...this.phrases.find(words).map(({ label }) => label)],
      checks: block.type === 'code' ? [] : this.checks.find(words),
    };
  }

  /** Sections that a heading names; `Non-goals` does not name goals. */
  private named(title: readonly Word[]): number[] {
    if (title.length === 0) return [];
    const found = this.headings.find(title).filter(({ match }) => covers(match, title));
    return found
      .filter(
        ({ match, label }) => !found.some((other) => other.label !== label && holds(other.match, match)),
      )
      .map(({ label }) => label);
  }
}

/** Whether a match goes beyond another that is inside it. */
function holds(outer: Match, inner: Match): boolean {
  return outer.words > inner.words && outer.start <= inner.start && outer.end >= inner.end;
}

/** A block of which nothing counts, since it only says what is to be written. */
export function unsaid(read: ReadBlock): MatchedBlock {
  return { ...read, words: [], count: 0, title: [], rest: [], code: 0, titled: [], passing: [], checks: [] };
}
