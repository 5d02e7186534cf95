// A reading cut into messages that the background accepts.
import type { FromPage } from '../platform/messages.ts';
import type { Reading } from './link.ts';
import type { ReadBlock } from './surfaces/read.ts';

type Blocks = Extract<FromPage, { kind: 'blocks' }>;

/** The most ids that one message may name. */
const ORDER_LIMIT = 10_000;

/** Bytes that JSON needs for a block, at most: three a character, and its frame. */
function weight(block: ReadBlock): number {
  return block.text.length * 3 + 200;
}

/**
 * @param reading a surface after a reading
 * @param changed those of its blocks that the background has not had
 * @param limit bytes a message may have
 * @returns messages in order, all but the last with `more`; every block in exactly one of them
 */
export function parcels(reading: Reading, changed: readonly ReadBlock[], limit: number): Blocks[] {
  const order = reading.blocks.slice(0, ORDER_LIMIT).map((block) => block.id);
  const room = limit - order.join('","').length - 1000;
  const groups: ReadBlock[][] = [[]];
  let used = 0;
  for (const block of changed) {
    const bytes = weight(block);
    if (used > 0 && used + bytes > room) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)!.push(block);
    used += bytes;
  }
  return groups.map((group, index) => ({
    kind: 'blocks',
    surface: reading.surface,
    revision: reading.revision,
    by: reading.by,
    surfaceKind: reading.surfaceKind,
    field: reading.field,
    partial: reading.partial,
    order,
    changed: group.map(({ id, type, text, level }) => ({ id, type, text, level })),
    caret: reading.caret,
    more: index < groups.length - 1 || undefined,
  }));
}
