// An open card: where it stands, the rule along its paragraph, the tint on its evidence.
import type { PageHint } from '../../platform/messages.ts';
import { Card } from './card.ts';
import { draw } from './draw.ts';
import { drawEvidence, showEvidence } from './evidence.ts';
import type { Layer } from './layer.ts';
import type { Mark } from './mark.ts';
import type { MarkedSurface } from './marked.ts';
import { type Box, cardPlace, rangeOf, rectsOf } from './place.ts';

/** How far left of the text the rule runs. */
const REACH_BEFORE = 6;

export class OpenedCard {
  readonly card: Card;
  readonly mark: Mark;
  readonly hint: PageHint;
  readonly #marked: MarkedSurface;
  readonly #layer: Layer;
  readonly #reach: HTMLElement;
  #takeEvidence: (() => void) | null = null;

  constructor(mark: Mark, nth: number, marked: MarkedSurface, layer: Layer) {
    const document = mark.button.ownerDocument;
    this.mark = mark;
    this.hint = mark.hints[nth]!;
    this.#marked = marked;
    this.#layer = layer;
    const { by } = mark.surface;
    this.card = new Card(document, { hint: this.hint, nth: nth + 1, of: mark.hints.length, by });
    this.#reach = draw(document, 'span', { class: 'reach' });
    marked.group.element.append(this.#reach, this.card.element);
    mark.button.setAttribute('aria-expanded', 'true');
    this.#showEvidence();
    this.place();
  }

  close(): void {
    this.mark.button.setAttribute('aria-expanded', 'false');
    this.card.element.remove();
    this.#reach.remove();
    this.#takeEvidence?.();
  }

  /** Whether a point of the window lies on the card. */
  isAt(x: number, y: number): boolean {
    const box = this.card.element.getBoundingClientRect();
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  }

  /** Puts the card beside its paragraph, wherever that is now. */
  place(): void {
    const block = this.#blockBox();
    if (!block) return;
    const origin = this.#marked.origin;
    const { offsetWidth: width, offsetHeight: height } = this.card.element;
    const { x, y } = cardPlace(block, { width, height }, this.#layer.visible(), this.#caretBox());
    this.card.element.style.translate = `${x - origin.left}px ${y - origin.top}px`;
    this.#reach.style.translate = `${block.left - REACH_BEFORE - origin.left}px ${block.top - origin.top}px`;
    this.#reach.style.height = `${block.bottom - block.top}px`;
  }

  #blockBox(): Box | null {
    const { surface, block } = this.mark;
    const rects = rectsOf(surface, block, 0, block.text.length, this.#layer.mirror);
    if (rects.length === 0) return null;
    return {
      left: Math.min(...rects.map((rect) => rect.left)),
      top: Math.min(...rects.map((rect) => rect.top)),
      right: Math.max(...rects.map((rect) => rect.right)),
      bottom: Math.max(...rects.map((rect) => rect.bottom)),
    };
  }

  #caretBox(): Box | null {
    const { surface } = this.mark;
    if (surface.field) {
      const at = surface.field.selectionStart;
      return at === null ? null : (this.#layer.mirror.rects(surface.field, at, at)[0] ?? null);
    }
    const selection = surface.root.ownerDocument.getSelection();
    if (!selection?.rangeCount || !surface.root.contains(selection.focusNode)) return null;
    return selection.getRangeAt(0).getClientRects()[0] ?? null;
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
