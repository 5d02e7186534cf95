// An open card: where it stands, the rule along its paragraph, the tint on its evidence.
import type { PageHint } from '../../platform/messages.ts';
import { isElement } from '../surfaces/find.ts';
import { cornerIn } from '../surfaces/frames.ts';
import { Card } from './card.ts';
import { draw } from './draw.ts';
import { drawEvidence, showEvidence } from './evidence.ts';
import type { Layer } from './layer.ts';
import type { Mark } from './mark.ts';
import type { MarkedSurface } from './marked.ts';
import { type Box, cardPlace, rangeOf, rectsOf } from './place.ts';

/** How far left of the text the rule runs. */
const REACH_BEFORE = 6;

/** Less room than this in a frame, and a card is drawn in the window around it. */
const LEAST_ROOM = { width: 420, height: 420 };

/** Where a card is drawn. */
interface Stage {
  layer: Layer;
  group: HTMLElement;
  /** Corner of the group, in its own window. */
  origin(): DOMRect;
  /** Corner of the text's window in the card's. */
  corner(): { x: number; y: number };
  /** Takes away what was made for this card alone. */
  leave(): void;
}

function stageOf(marked: MarkedSurface, layer: Layer, outer: Layer | null): Stage {
  const view = marked.surface.root.ownerDocument.defaultView!;
  const { width, height } = LEAST_ROOM;
  if (!outer || (view.innerWidth >= width && view.innerHeight >= height)) {
    const { element } = marked.group;
    const corner = () => ({ x: 0, y: 0 });
    return { layer, group: element, origin: () => marked.origin, corner, leave: () => {} };
  }
  const { element, origin } = outer.group(null);
  element.style.colorScheme = marked.scheme;
  return {
    layer: outer,
    group: element,
    origin,
    corner: () => cornerIn(view, element.ownerDocument.defaultView!),
    leave: () => element.remove(),
  };
}

function moved(box: Box, by: { x: number; y: number }): Box {
  return {
    left: box.left + by.x,
    top: box.top + by.y,
    right: box.right + by.x,
    bottom: box.bottom + by.y,
  };
}

export class OpenedCard {
  readonly card: Card;
  readonly mark: Mark;
  readonly hint: PageHint;
  readonly #marked: MarkedSurface;
  readonly #layer: Layer;
  /** Where the card itself is drawn: beside the marks, or in the window around a frame that is too small. */
  readonly #stage: Stage;
  readonly #reach: HTMLElement;
  #takeEvidence: (() => void) | null = null;

  constructor(mark: Mark, nth: number, marked: MarkedSurface, layer: Layer, outer: Layer | null) {
    const document = mark.button.ownerDocument;
    this.mark = mark;
    this.hint = mark.hints[nth]!;
    this.#marked = marked;
    this.#layer = layer;
    this.#stage = stageOf(marked, layer, outer);
    this.card = new Card(this.#stage.group.ownerDocument, {
      hint: this.hint,
      nth: nth + 1,
      of: mark.hints.length,
    });
    this.#reach = draw(document, 'span', { class: 'reach' });
    marked.group.element.append(this.#reach);
    this.#stage.group.append(this.card.element);
    mark.button.setAttribute('aria-expanded', 'true');
    this.#showEvidence();
    this.place();
  }

  close(): void {
    this.mark.button.setAttribute('aria-expanded', 'false');
    this.card.element.remove();
    this.#stage.leave();
    this.#reach.remove();
    this.#takeEvidence?.();
  }

  /** Whether a point of a window lies on the card. */
  isAt(view: Window, x: number, y: number): boolean {
    if (this.card.element.ownerDocument.defaultView !== view) return false;
    const box = this.card.element.getBoundingClientRect();
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  }

  /** Puts the card beside its paragraph, wherever that is now. */
  place(): void {
    const block = this.#boxOf(0, this.mark.block.text.length);
    if (!block) return;
    const origin = this.#marked.origin;
    const { offsetWidth: width, offsetHeight: height } = this.card.element;
    const { layer, corner } = this.#stage;
    const caret = this.#caretLine(block);
    const by = corner();
    const around = {
      block: moved(block, by),
      words: moved(this.#boxOf(this.hint.start, this.hint.end) ?? block, by),
      caretLine: caret && moved(caret, by),
    };
    const { x, y } = cardPlace(around, { width, height }, layer.visible());
    const from = this.#stage.origin();
    this.card.element.style.translate = `${x - from.left}px ${y - from.top}px`;
    this.#reach.style.translate = `${block.left - REACH_BEFORE - origin.left}px ${block.top - origin.top}px`;
    this.#reach.style.height = `${block.bottom - block.top}px`;
  }

  /** The box around a part of the block. */
  #boxOf(start: number, end: number): Box | null {
    const { surface, block } = this.mark;
    const rects = rectsOf(surface, block, start, end, this.#layer.mirror);
    if (rects.length === 0) return null;
    return {
      left: Math.min(...rects.map((rect) => rect.left)),
      top: Math.min(...rects.map((rect) => rect.top)),
      right: Math.max(...rects.map((rect) => rect.right)),
      bottom: Math.max(...rects.map((rect) => rect.bottom)),
    };
  }

  /** The line that the caret stands in: as wide as the paragraph, since what is typed goes on there. */
  #caretLine(block: Box): Box | null {
    const caret = this.#caretBox();
    return (
      caret && {
        top: caret.top,
        bottom: caret.bottom,
        left: Math.min(block.left, caret.left),
        right: Math.max(block.right, caret.right),
      }
    );
  }

  #caretBox(): Box | null {
    const { surface } = this.mark;
    if (surface.field) {
      const at = surface.field.selectionEnd;
      return at === null ? null : (this.#layer.mirror.rects(surface.field, at, at)[0] ?? null);
    }
    const painted = surface.paintedCaret();
    if (painted) return painted;
    const inside = surface.root.getRootNode() as Document | ShadowRoot;
    const holder = 'getSelection' in inside ? inside : surface.root.ownerDocument;
    const selection = (holder as Document).getSelection();
    const node = selection?.focusNode;
    if (!selection || !node || !surface.root.contains(node)) return null;
    const range = surface.root.ownerDocument.createRange();
    range.setStart(node, selection.focusOffset);
    // In an empty line there is no text whose place could be asked.
    const line = (node as Element).children?.[selection.focusOffset] ?? node;
    const empty = isElement(line) && line !== surface.root ? line.getBoundingClientRect() : null;
    return range.getClientRects()[0] ?? empty;
  }

  #showEvidence(): void {
    const { surface, block } = this.mark;
    const { start, end } = this.hint;
    const range = surface.field ? null : rangeOf(block, start, end);
    this.#takeEvidence =
      showEvidence(range, this.#marked.scheme) ??
      drawEvidence(
        this.#marked.group.element,
        this.#marked.origin,
        rectsOf(surface, block, start, end, this.#layer.mirror),
      );
  }
}
