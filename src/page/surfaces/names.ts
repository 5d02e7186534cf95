// Names for blocks: the hash of the text, with a counter for equal texts. Elements are no identity: editors
// rebuild them on undo and reuse them for other paragraphs (research: editors.md 4).
import { hashOf } from '../../engine/text/hash.ts';
import type { ReadBlock } from './read.ts';

/** Gives each block its id. A block whose type changes is another block: the background must hear of it. */
export function nameBlocks(blocks: readonly ReadBlock[]): void {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const name = hashOf(`${block.type}${block.level ?? ''}\n${block.text}`);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    block.id = count === 0 ? name : `${name}.${count}`;
  }
}
