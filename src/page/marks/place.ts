// From a text's offsets to rectangles, and from rectangles to where marks and cards stand.
import { parentOf } from '../surfaces/find.ts';
import { pieceAt, type ReadBlock } from '../surfaces/read.ts';
import type { Surface } from '../surfaces/surface.ts';
import type { Mirror } from './mirror.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The side of a mark's target. */
export const TARGET = 24;
/** A mark's target begins this far left of its text: the shape then stands 23 px before it. */
const BEFORE_TEXT = 33;
const BEFORE_FIELD = 28;
/** Less room than this beside a field, and the mark stands inside it. */
const LEAST_ROOM = 26;
const CARD_GAP = 8;

/** A range over a part of a block that is page text; null where the page no longer has it. */
export function rangeOf(block: ReadBlock, start: number, end: number): Range | null {
  const first = pieceAt(block, start);
  const last = pieceAt(block, Math.max(start, end - 1));
  if (!first?.node || !last?.node?.isConnected || !first.node.isConnected) return null;
  const range = first.node.ownerDocument.createRange();
  try {
    range.setStart(first.node, first.start + start - first.at);
    range.setEnd(last.node, last.start + end - last.at);
  } catch {
    return null;
  }
  return range;
}

/** Rectangles of a part of a block, in the window's coordinates; empty where it cannot be seen. */
export function rectsOf(
  surface: Surface,
  block: ReadBlock,
  start: number,
  end: number,
  mirror: Mirror,
): DOMRect[] {
  if (surface.field) {
    const from = pieceAt(block, start);
    const to = pieceAt(block, Math.max(start, end - 1));
    if (!from || !to) return [];
    return mirror.rects(surface.field, from.start + start - from.at, to.start + end - to.at);
  }
  if (block.pieces.some(({ run }) => run)) return paintedRects(block, start, end);
  return [...(rangeOf(block, start, end)?.getClientRects() ?? [])].filter((rect) => rect.height > 0);
}

/**
 * Where a part of a painted block stands: a fraction of each run's own box, so that zoom cancels out. A run that
 * was given other text since it was read says nothing.
 */
function paintedRects(block: ReadBlock, start: number, end: number): DOMRect[] {
  return block.pieces.flatMap(({ at, length, run }) => {
    const from = Math.max(start, at);
    const to = Math.min(end, at + length);
    if (!run || from >= to || run.element.getAttribute('aria-label') !== run.label) return [];
    const box = run.element.getBoundingClientRect();
    const share = box.width / length;
    return [new DOMRect(box.left + (from - at) * share, box.top, (to - from) * share, box.height)];
  });
}

/** What a mark's place depends on; all boxes in the window's coordinates. */
export interface Surroundings {
  /** First line of the block. */
  line: Box;
  /** Border box of the surface's root. */
  root: Box;
  /** Where the root's own text begins and ends. */
  content: Box;
  /** What can be seen at all: the nearest clip, else the document. */
  clip: Box;
  field: boolean;
  rightToLeft: boolean;
  scrollbar: number;
}

/**
 * Where a mark's 24 px target stands.
 * @returns its corner, and whether it is mirrored because the text begins to its left
 */
export function markPlace(around: Surroundings): { x: number; y: number; mirrored: boolean } {
  const { line, root, content, clip, field, rightToLeft, scrollbar } = around;
  const y = (line.top + line.bottom - TARGET) / 2;
  const inside = { x: root.right - scrollbar - TARGET - 2, y, mirrored: true };
  if (rightToLeft) {
    const x = field ? root.right + BEFORE_FIELD - TARGET : content.right + BEFORE_TEXT - TARGET;
    return clip.right - x >= LEAST_ROOM
      ? { x, y, mirrored: true }
      : { ...inside, x: root.left + 2, mirrored: false };
  }
  if (field) {
    const x = root.left - BEFORE_FIELD;
    return x >= clip.left ? { x, y, mirrored: false } : inside;
  }
  const gutter = content.left - BEFORE_TEXT;
  if (gutter >= clip.left - 4) return { x: gutter, y, mirrored: false };
  const close = content.left - LEAST_ROOM;
  return close >= clip.left - 2 ? { x: close, y, mirrored: false } : inside;
}

/**
 * Where a card stands: under the paragraph, above it, or beside it; never off the visible part, never on the caret.
 * @param block the paragraph, and `card` the card's size
 * @param view the visible part of the window
 */
export function cardPlace(
  block: Box,
  card: { width: number; height: number },
  view: Box,
  caret: Box | null,
): { x: number; y: number } {
  const clampX = (x: number) =>
    Math.max(view.left + CARD_GAP, Math.min(x, view.right - CARD_GAP - card.width));
  const clampY = (y: number) =>
    Math.max(view.top + CARD_GAP, Math.min(y, view.bottom - CARD_GAP - card.height));
  const below = { x: clampX(block.left), y: block.bottom + CARD_GAP };
  const above = { x: clampX(block.left), y: block.top - CARD_GAP - card.height };
  const beside = { x: clampX(block.right + CARD_GAP), y: clampY(block.top) };
  const fits = (at: { x: number; y: number }) =>
    at.y >= view.top + CARD_GAP &&
    at.y + card.height <= view.bottom - CARD_GAP &&
    !(
      caret &&
      caret.left < at.x + card.width &&
      caret.right > at.x &&
      caret.top < at.y + card.height &&
      caret.bottom > at.y
    );
  for (const at of [below, above, beside]) if (fits(at)) return at;
  return { x: below.x, y: clampY(below.y) };
}

/** How a surface moves when its page scrolls. */
export interface Scrolling {
  /** Elements that clip it and scroll, innermost first. */
  clips: Element[];
  /** It keeps its place in the document: no scroller, nothing fixed or sticky above it. */
  free: boolean;
}

/** No page that a person can use is nested deeper. */
const MOST_ANCESTORS = 400;

/** Finds what scrolls and clips a surface. */
export function scrollingOf(root: Element): Scrolling {
  const view = root.ownerDocument.defaultView!;
  const clips: Element[] = [];
  let free = true;
  const body = root.ownerDocument.body;
  let depth = 0;
  for (let at: Element | null = root; at && at !== root.ownerDocument.documentElement; at = parentOf(at)) {
    if (++depth > MOST_ANCESTORS) break;
    const style = view.getComputedStyle(at);
    // A scrolling body is the document's own scrolling.
    if (
      at !== body &&
      /auto|scroll|hidden|clip/.test(style.overflowY + style.overflowX) &&
      at.tagName !== 'TEXTAREA'
    ) {
      clips.push(at);
      if (/auto|scroll/.test(style.overflowY + style.overflowX) && at.scrollHeight > at.clientHeight)
        free = false;
    }
    if (style.position === 'fixed' || style.position === 'sticky') free = false;
  }
  return { clips, free };
}

/** The part of the window in which all of `clips` let something be seen; in `bounds` where there are none. */
export function clipBox(clips: readonly Element[], bounds: Box): Box {
  return clips.reduce<Box>((box, clip) => {
    const rect = clip.getBoundingClientRect();
    return {
      left: Math.max(box.left, rect.left),
      top: Math.max(box.top, rect.top),
      right: Math.min(box.right, rect.right),
      bottom: Math.min(box.bottom, rect.bottom),
    };
  }, bounds);
}
