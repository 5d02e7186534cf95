// The review of one surface in the background: read in steps, kept while nothing changed.
import type { DocumentReader, DocumentReview } from '../engine/documents/document.ts';
import type { Block, Kind } from '../engine/types.ts';

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

  /** Begins a review; what it gives does one step, and says whether more are left. */
  begin(blocks: readonly Block[], { title, hostKind, corrected, partial }: ReviewContext): () => boolean {
    const known = hostKind === 'unknown' ? undefined : hostKind;
    const steps = this.reader.reviewing({ title, blocks, hostKind: known, corrected, partial });
    return () => {
      const step = steps.next();
      if (step.done) this.review = step.value;
      return !step.done;
    };
  }

  /** Ids of the sections that are there. */
  get present(): string[] {
    return this.review?.sections.filter(({ present }) => present).map(({ id }) => id) ?? [];
  }

  /** Whether a block only says what is to be written. */
  isPrompt(block: string): boolean {
    return this.review?.prompts.has(block) ?? false;
  }
}
