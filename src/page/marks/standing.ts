// Whether a mark's words still stand where they stood when they were read.
import type { ReadBlock } from '../surfaces/read.ts';
import type { Mark } from './mark.ts';
import { rangeOf } from './place.ts';

/** More places than this in one batch, and every mark is taken for changed: looking would cost more. */
const MOST_PLACES = 200;

/** Whether a change at `nodes` touched a block's own text. */
export function changedUnder(block: ReadBlock, nodes: ReadonlySet<Node>): boolean {
  if (nodes.size > MOST_PLACES) return true;
  if (block.elements.some((element) => !element.isConnected)) return true;
  for (const node of nodes) if (block.elements.some((element) => element.contains(node))) return true;
  return false;
}

/**
 * Follows a block through an edit elsewhere in its field: what stood after the edit stands as many characters
 * further as the value grew.
 * @returns false where the block's own text was edited
 */
export function followInField(block: ReadBlock, value: string, grown: number): boolean {
  const stands = (by: number) => standsAlone(block, value, by);
  if (stands(0)) return true;
  if (grown === 0 || !stands(grown)) return false;
  for (const piece of block.pieces) piece.start += grown;
  return true;
}

/** Markup that may stand before a block on its line. */
const MARKERS = /^(?:[\s>|]|#{1,6}|h[1-6]\.|bq\.|[-*+]|\d{1,3}[.)]|\[[ xX]\])*$/;

/** Whether a block stands, `by` characters further, with nothing else on its first and last line. */
function standsAlone({ pieces, text }: ReadBlock, value: string, by: number): boolean {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const lineStart = value.lastIndexOf('\n', first.start + by - 1) + 1;
  const end = last.start + last.length + by;
  const lineEnd = value.indexOf('\n', end);
  return (
    pieces.every(
      ({ at, start, length }) => value.slice(start + by, start + by + length) === text.slice(at, at + length),
    ) &&
    MARKERS.test(value.slice(lineStart, first.start + by)) &&
    value.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === ''
  );
}

/** The words that led to a mark's hints, where they are page text that can be seen. */
export function evidenceOf(mark: Mark): Range[] {
  if (!mark.shown || mark.surface.field) return [];
  return mark.hints.flatMap(({ start, end }) => rangeOf(mark.block, start, end) ?? []);
}
