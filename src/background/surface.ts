// One surface as the background knows it: nothing more than a cache of what the page script sent.

import type { DocumentReader } from '../engine/documents/document.ts';
import { hashOf } from '../engine/text/hash.ts';
import { wordsOf } from '../engine/text/words.ts';
import type { Block, By, Hint, Kind, Passage } from '../engine/types.ts';
import type { DocumentInfo, FromPage } from '../platform/messages.ts';
import { SurfaceReview } from './review.ts';

type Blocks = Extract<FromPage, { kind: 'blocks' }>;

/** A block whose hints are to be found, with its key in the cache of results. */
export interface Pending {
  block: Block;
  passage: Passage;
  key: string;
}

interface Result {
  hints: Hint[];
  open: boolean;
}

/** The blocks of a surface and the hints found for them. */
export class Surface {
  revision = 0;
  by: By = 'me';
  /** Its own kind, where it differs from the document's. */
  kind: Kind | undefined;
  partial = false;
  caret: string | undefined;
  /** When the caret was last seen in it, in turns of the page; 0 where never. */
  turn = 0;
  readonly review: SurfaceReview;
  private order: string[] = [];
  private blocks = new Map<string, Block>();
  private results = new Map<string, Result>();

  constructor(
    readonly id: string,
    reader: DocumentReader,
  ) {
    this.review = new SurfaceReview(reader);
  }

  /** Takes what the page script sent; gives false while parts of the revision are missing. */
  take(message: Blocks): boolean {
    if (message.revision < this.revision) return false;
    this.revision = message.revision;
    this.by = message.by;
    this.kind = message.surfaceKind;
    this.partial = message.partial;
    this.caret = message.caret;
    this.order = message.order;
    for (const block of message.changed) this.blocks.set(block.id, block);
    if (message.more) return false;
    const present = new Set(message.order);
    for (const id of this.blocks.keys()) if (!present.has(id)) this.blocks.delete(id);
    return true;
  }

  /** All blocks in document order. */
  ordered(): Block[] {
    return this.order.flatMap((id) => this.blocks.get(id) ?? []);
  }

  /** Blocks that nothing is known of, the caret's first, then outward from it; what is no longer there is forgotten. */
  pending(info: DocumentInfo, state: string): Pending[] {
    const live = new Map<string, Result>();
    const pending = this.passages(info, state).filter(({ key }) => {
      const known = this.results.get(key);
      if (known) live.set(key, known);
      return !known;
    });
    this.results = live;
    return pending;
  }

  /** Blocks that the linear stage left open, in the same order. */
  open(info: DocumentInfo, state: string): Pending[] {
    return this.passages(info, state).filter(({ key }) => this.results.get(key)?.open);
  }

  private passages(info: DocumentInfo, state: string): Pending[] {
    const ordered = this.ordered();
    const caret = Math.max(
      0,
      ordered.findIndex((block) => block.id === this.caret),
    );
    return this.keyed(ordered, info, state)
      .flatMap(({ block, at, heading, key }) => {
        if (!this.mayHint(block)) return [];
        const passage = passageAt(ordered, at, heading, this.of(info), this.by, this.review.present);
        return [{ block, passage, key, distance: Math.abs(at - caret) }];
      })
      .sort((a, b) => a.distance - b.distance);
  }

  private mayHint({ id, type }: Block): boolean {
    return type !== 'code' && type !== 'quote' && type !== 'heading' && !this.review.isPrompt(id);
  }

  /** Each block with its heading, and the key of what it says where it stands: blocks are named by their text. */
  private keyed(
    ordered: readonly Block[],
    info: DocumentInfo,
    state: string,
  ): { block: Block; at: number; heading: string; key: string }[] {
    const about = hashOf(JSON.stringify([state, this.of(info), this.by, this.review.present]));
    let heading: Block | undefined;
    return ordered.map((block, at) => {
      const around = [heading, ordered[at - 2], ordered[at - 1], block, ordered[at + 1]];
      const key = `${about} ${around.map((near) => near?.id ?? '').join(' ')}`;
      const keyed = { block, at, heading: heading?.text ?? '', key };
      if (block.type === 'heading') heading = block;
      return keyed;
    });
  }

  /** What the document is as far as this surface goes. */
  private of(info: DocumentInfo): DocumentInfo {
    return { ...info, kind: this.kindOf(info) };
  }

  /** The kind of what is written here: as its review has it, else as the host names the page. */
  kindOf(info: DocumentInfo): Kind {
    const found = this.review.review?.kind ?? 'unknown';
    return found === 'unknown' ? (this.kind ?? info.kind) : found;
  }

  /** Keeps what was found for a block; `open` where an encoder is still to be asked. */
  found(key: string, hints: Hint[], open: boolean): void {
    this.results.set(key, { hints, open });
  }

  /** Each block with the hints found so far. */
  hints(info: DocumentInfo, state: string): { block: Block; hints: readonly Hint[] }[] {
    return this.keyed(this.ordered(), info, state).map(({ block, key }) => ({
      block,
      hints: this.results.get(key)?.hints ?? [],
    }));
  }
}

/** The block at `at` under its heading, with its context. */
function passageAt(
  blocks: readonly Block[],
  at: number,
  heading: string,
  info: DocumentInfo,
  by: By,
  sections: readonly string[],
): Passage {
  const text = (block: Block | undefined) => (block && block.type !== 'code' ? [block.text] : []);
  return {
    text: blocks[at]!.text,
    heading,
    title: info.title,
    kind: info.kind,
    host: info.host,
    by,
    before: blocks.slice(Math.max(0, at - 2), at).flatMap(text),
    after: text(blocks[at + 1]),
    sections: [...sections],
  };
}

const counts = new WeakMap<Block, number>();

/** How many words a block has; counted once. */
export function wordCount(block: Block): number {
  const known = counts.get(block);
  if (known !== undefined) return known;
  const count = wordsOf(block.text).length;
  counts.set(block, count);
  return count;
}
