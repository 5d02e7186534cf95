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

/** What a card must leave free to be read; all boxes in its window's coordinates. */
export interface Around {
  /** The paragraph that it is about. */
  block: Box;
  /** The words of it that led to the hint. */
  words: Box;
  /** The line that the caret stands in. */
  caretLine: Box | null;
}

interface Point {
  x: number;
  y: number;
}

/**
 * Where a card stands: below, above or beside its paragraph, always in the visible part, and not on the caret's line.
 * Where a paragraph leaves no room, it covers of it what is not the words in question.
 * @param card the card's size
 * @param view the visible part of the window
 */
export function cardPlace(around: Around, card: { width: number; height: number }, view: Box): Point {
  const { block, words, caretLine } = around;
  const beside = (box: Box) => placesAround(box, caretLine, card).map(clamped);
  const covered = (at: Point, ...boxes: (Box | null)[]) =>
    boxes.reduce((sum, box) => sum + (box ? overlap(boxAt(at, card), box) : 0), 0);
  const close = beside(words);
  return (
    beside(block).find((at) => covered(at, block, caretLine) === 0) ??
    close.find((at) => covered(at, words, caretLine) === 0) ??
    close.reduce((best, at) => (covered(at, words, caretLine) < covered(best, words, caretLine) ? at : best))
  );

  function clamped({ x, y }: Point): Point {
    return {
      x: Math.max(view.left + CARD_GAP, Math.min(x, view.right - CARD_GAP - card.width)),
      y: Math.max(view.top + CARD_GAP, Math.min(y, view.bottom - CARD_GAP - card.height)),
    };
  }
}

/** Below, above, right and left of a box; a caret's line in the way is passed over. */
function placesAround(box: Box, caretLine: Box | null, card: { width: number; height: number }): Point[] {
  const above = (top: number) => ({ x: box.left, y: top - CARD_GAP - card.height });
  const below = (bottom: number) => ({ x: box.left, y: bottom + CARD_GAP });
  return [
    below(box.bottom),
    ...(caretLine ? [below(caretLine.bottom)] : []),
    above(box.top),
    ...(caretLine ? [above(caretLine.top)] : []),
    { x: box.right + CARD_GAP, y: box.top },
    { x: box.left - BEFORE_TEXT - CARD_GAP - card.width, y: box.top },
  ];
}

function boxAt({ x, y }: Point, { width, height }: { width: number; height: number }): Box {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** The area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
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
