// The review of one surface in the background: read block by block, kept while nothing changed.
import type { DocumentReader, DocumentReview } from '../engine/documents/document.ts';
import type { Block, Kind } from '../engine/types.ts';

/** Blocks read in one step: a millisecond each at worst. */
const BLOCKS_A_STEP = 4;

/** What a review has to know beside the blocks. */
export interface ReviewContext {
  title: string;
  hostKind: Kind;
  corrected: Kind | undefined;
  partial: boolean;
}

/** Reviews a surface in steps. */
export class SurfaceReview {
  review: DocumentReview | null = null;

  constructor(private readonly reader: DocumentReader) {}

  /** Does one step; gives true while more are left. */
  step(blocks: readonly Block[], { title, hostKind, corrected, partial }: ReviewContext): boolean {
    if (this.reader.prepare(blocks, BLOCKS_A_STEP)) return true;
    this.review = this.reader.review({
      title,
      blocks,
      hostKind: hostKind === 'unknown' ? undefined : hostKind,
      corrected,
      partial,
    });
    return false;
  }

  /** Ids of the sections that are there. */
  get present(): string[] {
    return this.review?.sections.filter(({ present }) => present).map(({ id }) => id) ?? [];
  }
}
