// A whole document: which kind it is, which of the expected sections it has, and what its checks find.
import type { Block, Kind } from '../types.ts';
import { type CheckFinding, findingsOf } from './checks.ts';
import type { CheckDescription, Descriptions, KindDescription } from './describe.ts';
import { recognize } from './kind.ts';
import { KindMatcher, type MatchedBlock, unsaid } from './matched.ts';
import { promptsOf } from './prompts.ts';
import { BlockReader, type ReadBlock } from './read.ts';
import { type FoundSection, sectionsOf } from './sections.ts';

/** A document as it is read: its title, its blocks in order, and what is known of it from outside. */
export interface Document {
  title: string;
  blocks: readonly Block[];
  /** The kind that its host names. */
  hostKind?: Kind | undefined;
  /** The kind that the person set. */
  corrected?: Kind | undefined;
  /** Only a part of it can be read: then nothing is missing. */
  partial?: boolean;
}

/** What is known of a document. */
export interface DocumentReview {
  kind: Kind;
  /** 0–1. */
  confidence: number;
  sections: FoundSection[];
  /** Ids of expected sections that are missing, in the order of the kind. */
  missing: string[];
  findings: CheckFinding[];
  /** Ids of blocks that only say what is to be written: no hints for them. */
  prompts: ReadonlySet<string>;
}

/** About so many words are read in one step. */
const WORDS_A_STEP = 250;

/** Knows the kinds of documents; built once from the library. What was read of a block is kept while the block is. */
export class DocumentReader {
  private readonly reader: BlockReader;
  private readonly known = new WeakMap<Block, ReadBlock>();
  private readonly matchers = new Map<Kind, KindMatcher>();

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor(private readonly described: Descriptions) {
    this.reader = new BlockReader(described);
  }

  /** The kind of a document, its sections, what is missing and what its checks find; only hints in an unknown kind. */
  review(document: Document): DocumentReview {
    const steps = this.reviewing(document);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** The same in short steps: first what tells the kind, then what that kind looks for. */
  *reviewing(document: Document): Generator<void, DocumentReview> {
    const { documents, families, checks } = this.described;
    const read = yield* this.reading(document.blocks);
    const silent = promptsOf(read);
    const prompts = new Set([...silent].map((at) => read[at]!.block.id));
    const { kind, confidence } = document.corrected
      ? { kind: document.corrected, confidence: 1 }
      : recognize(documents, families, this.reader.readTitle(document.title), read, document.hostKind);
    yield;
    const described = documents.find(({ id }) => id === kind);
    if (!described) return { kind, confidence, sections: [], missing: [], findings: [], prompts };
    const ofKind = checks.filter(({ kinds }) => kinds.includes(kind));
    const matched = yield* this.matching(described, ofKind, read, silent);
    const sections = sectionsOf(described, matched, this.reader);
    yield;
    const missing = document.partial
      ? []
      : sections.filter(({ present }, i) => !present && described.sections[i]!.expected).map(({ id }) => id);
    return { kind, confidence, sections, missing, findings: findingsOf(ofKind, matched, sections), prompts };
  }

  private *reading(blocks: readonly Block[]): Generator<void, ReadBlock[]> {
    const read: ReadBlock[] = [];
    let heading = '';
    let words = 0;
    for (const block of blocks) {
      if (block.type === 'heading') heading = block.text;
      let entry = this.known.get(block);
      if (!entry) {
        entry = this.reader.read(block, heading);
        this.known.set(block, entry);
        words += entry.count + 1;
      }
      read.push(entry);
      if (words < WORDS_A_STEP) continue;
      words = 0;
      yield;
    }
    return read;
  }

  private *matching(
    described: KindDescription,
    checks: readonly CheckDescription[],
    read: readonly ReadBlock[],
    silent: ReadonlySet<number>,
  ): Generator<void, MatchedBlock[]> {
    const matcher = this.matchers.get(described.id) ?? (yield* KindMatcher.compile(described, checks));
    this.matchers.set(described.id, matcher);
    yield;
    const matched: MatchedBlock[] = [];
    let words = 0;
    for (const [at, entry] of read.entries()) {
      if (silent.has(at)) {
        matched.push(unsaid(entry));
        continue;
      }
      if (!matcher.has(entry)) words += entry.count + 1;
      matched.push(matcher.match(entry));
      if (words < WORDS_A_STEP) continue;
      words = 0;
      yield;
    }
    return matched;
  }
}
