// A whole document: which kind it is, which of the expected sections it has, and what its checks find.
import type { Block, Kind } from '../types.ts';
import { type CheckFinding, findingsOf } from './checks.ts';
import type { Descriptions } from './describe.ts';
import { recognize } from './kind.ts';
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
}

/** Knows the kinds of documents; built once from the library. What was read of a block is kept while the block is. */
export class DocumentReader {
  private readonly reader: BlockReader;
  private readonly known = new WeakMap<Block, ReadBlock>();

  /** @throws GrammarError where a phrase is not of the grammar */
  constructor(private readonly described: Descriptions) {
    this.reader = new BlockReader(described);
  }

  /**
   * Reads up to `most` blocks that `review` would have to read first, to keep each step short.
   * @returns whether there were any
   */
  prepare(blocks: readonly Block[], most: number): boolean {
    let left = most;
    let heading = '';
    for (const block of blocks) {
      if (block.type === 'heading') heading = block.text;
      if (this.known.has(block)) continue;
      if (left-- === 0) break;
      this.read(block, heading);
    }
    return left < most;
  }

  private read(block: Block, heading: string): ReadBlock {
    const known = this.known.get(block);
    if (known) return known;
    const read = this.reader.read(block, heading);
    this.known.set(block, read);
    return read;
  }

  /** The kind of a document, its sections, what is missing and what its checks find; only hints in an unknown kind. */
  review(document: Document): DocumentReview {
    const { documents, families, checks } = this.described;
    let heading = '';
    const read = document.blocks.map((block) => {
      if (block.type === 'heading') heading = block.text;
      return this.read(block, heading);
    });
    const { kind, confidence } = document.corrected
      ? { kind: document.corrected, confidence: 1 }
      : recognize(documents, families, this.reader.readTitle(document.title), read, document.hostKind);
    const at = documents.findIndex((described) => described.id === kind);
    if (at < 0) return { kind, confidence, sections: [], missing: [], findings: [] };
    const sections = sectionsOf(documents, at, read, this.reader);
    const expected = documents[at]!.sections;
    const missing = document.partial
      ? []
      : sections.filter(({ present }, i) => !present && expected[i]!.expected).map(({ id }) => id);
    return { kind, confidence, sections, missing, findings: findingsOf(checks, kind, read, sections) };
  }
}
