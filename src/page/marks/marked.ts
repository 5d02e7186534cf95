// The marks of one surface, in a group that moves with it.
import type { Surface } from '../surfaces/surface.ts';
import type { Group, Layer } from './layer.ts';
import type { Mark } from './mark.ts';
import { type Box, clipBox, markPlace, rectsOf, type Scrolling, scrollingOf, TARGET } from './place.ts';
import { schemeOf } from './theme.ts';
import { isBlocked, modalAbove } from './top-layer.ts';

export class MarkedSurface {
  readonly surface: Surface;
  readonly marks = new Map<string, Mark>();
  readonly #layer: Layer;
  #group: Group | null = null;
  #anchor: Element | null = null;
  #scrolling: Scrolling = { clips: [], free: true };
  /** The modal dialog or fullscreen element that it is in. */
  modal: Element | null = null;
  #blocked = false;
  scheme: 'light' | 'dark' = 'light';

  constructor(surface: Surface, layer: Layer) {
    this.surface = surface;
    this.#layer = layer;
  }

  get origin(): DOMRect {
    return this.group.origin();
  }

  get group(): Group {
    if (this.#group?.element.isConnected && (!this.#anchor || this.#anchor.isConnected)) return this.#group;
    this.#group?.element.remove();
    this.#anchor = this.#anchorOf();
    this.#group = this.#layer.group(this.#anchor);
    this.#group.element.style.colorScheme = this.scheme;
    for (const mark of this.marks.values()) this.#group.element.append(mark.button);
    return this.#group;
  }

  /** Looks anew at how the surface scrolls and what is painted under it. */
  look(): void {
    const scrolling = scrollingOf(this.surface.root);
    const moved = scrolling.free !== this.#scrolling.free;
    this.#scrolling = scrolling;
    this.modal = modalAbove(this.surface.root);
    this.#blocked = isBlocked(this.surface.root);
    this.scheme = schemeOf(this.surface.root);
    if (moved) this.tieAnew();
    if (this.#group) this.#group.element.style.colorScheme = this.scheme;
  }

  /** Makes a new group: the old one lost its anchor, or the surface scrolls otherwise now. */
  tieAnew(): void {
    this.#group?.element.remove();
    this.#group = null;
  }

  drop(): void {
    this.tieAnew();
    this.marks.clear();
  }

  /** Reads where the marks belong. Call `write` of all surfaces after `read` of all: one layout. */
  read(): () => void {
    const { surface } = this;
    const root = surface.root;
    const view = root.ownerDocument.defaultView!;
    const style = view.getComputedStyle(root);
    const rootBox = root.getBoundingClientRect();
    const mirror = this.#layer.mirror;
    if (surface.field) mirror.hold(surface.field);
    const clip = this.#clip();
    const content = {
      left: rootBox.left + root.clientLeft + Number.parseFloat(style.paddingLeft),
      right: rootBox.right - Number.parseFloat(style.paddingRight),
      top: rootBox.top,
      bottom: rootBox.bottom,
    };
    const scrollbar = Math.max(0, rootBox.width - root.clientLeft * 2 - root.clientWidth);
    const origin = this.origin;
    const moves: (() => void)[] = [];
    for (const mark of this.marks.values()) {
      const line = rectsOf(surface, mark.block, 0, 1, mirror)[0];
      if (!line) {
        moves.push(() => this.#setView(mark, false));
        continue;
      }
      // A painted document has its column somewhere in a root that is as wide as the window.
      const column = mark.block.pieces.some(({ run }) => run) ? { ...content, left: line.left } : content;
      const around = {
        line,
        root: rootBox,
        content: column,
        clip: this.#bounds(clip),
        field: surface.field !== null,
      };
      const at = markPlace({ ...around, rightToLeft: style.direction === 'rtl', scrollbar });
      const inView = this.#sees(surface.field ? meet(clip, rootBox) : clip, at.y);
      moves.push(() => {
        mark.moveTo(at.x - origin.left, at.y - origin.top, at.mirrored);
        this.#setView(mark, inView);
      });
    }
    return () => {
      for (const move of moves) move();
    };
  }

  /** Hides what was scrolled out of its box, shows what came back. */
  clipAnew(): void {
    if (this.#scrolling.free) return;
    const clip = this.#clip();
    const { top } = this.origin;
    for (const mark of this.marks.values()) this.#setView(mark, this.#sees(clip, top + mark.y));
  }

  #setView(mark: Mark, inView: boolean): void {
    mark.inView = inView;
    mark.show();
  }

  #sees(clip: Box, y: number): boolean {
    const middle = y + TARGET / 2;
    return !this.#blocked && middle >= clip.top && middle <= clip.bottom;
  }

  #clip(): Box {
    const endless = Number.MAX_SAFE_INTEGER;
    // Beside a dialog lies its backdrop, where a press may close it.
    const clips = this.modal ? [...this.#scrolling.clips, this.modal] : this.#scrolling.clips;
    return clipBox(clips, { left: -endless, top: -endless, right: endless, bottom: endless });
  }

  /** A mark may not stand outside the document, even where nothing clips it. */
  #bounds(clip: Box): Box {
    const view = this.surface.root.ownerDocument.defaultView!;
    const { clientWidth } = this.surface.root.ownerDocument.documentElement;
    return { ...clip, left: Math.max(clip.left, -view.scrollX), right: Math.min(clip.right, clientWidth) };
  }

  #anchorOf(): Element | null {
    if (this.#scrolling.free) return null;
    const { root, field } = this.surface;
    // A root that scrolls itself stands still while its text moves: tie to the first block in it.
    const scrolls = this.#scrolling.clips.includes(root) && root.scrollHeight > root.clientHeight;
    return scrolls && !field ? (root.firstElementChild ?? root) : root;
  }
}

function meet(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
