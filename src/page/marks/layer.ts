// The one element of ours in a page: beside `body`, only once there is something to draw, in the top layer.
import tokens from '../../look/tokens.css?inline';
import look from '../../look/ui.css?inline';
import css from './card.css?inline';
import { Mirror } from './mirror.ts';
import type { Box } from './place.ts';

/** The name of our one element. */
export const LAYER_TAG = 'staffwise-layer';
/** How often the element is put back after a page took it away, before Staffwise retires there. */
const PUT_BACK_LIMIT = 3;

/** At most so many raises in so long. */
const RAISES_LIMIT = 10;
const RAISES_MS = 5000;

/** A part of the layer that moves with one surface. */
export interface Group {
  element: HTMLElement;
  /** Where the group's own corner stands now, in the window's coordinates. */
  origin(): DOMRect;
}

export class Layer {
  readonly #document: Document;
  readonly #retire: (reason: 'fought') => void;
  #host: HTMLElement | null = null;
  #shadow: ShadowRoot | null = null;
  #zoom: CSSStyleSheet | null = null;
  #mirror: Mirror | null = null;
  #putBack = 0;
  #raises: number[] = [];

  constructor(document: Document, signal: AbortSignal, retire: (reason: 'fought') => void) {
    this.#document = document;
    this.#retire = retire;
    signal.addEventListener('abort', () => this.#host?.remove());
  }

  get mirror(): Mirror {
    this.#mirror ??= new Mirror(this.#root());
    return this.#mirror;
  }

  /** Whether an event's path leads through the layer. */
  isIn(path: readonly EventTarget[]): boolean {
    return this.#host !== null && path.includes(this.#host);
  }

  /** A part of the layer: in the document's coordinates, or tied to an element inside scrolling boxes. */
  group(source: Element | null): Group {
    const root = this.#root();
    const element = this.#document.createElement('div');
    element.className = source ? 'group in-page ui anchored' : 'group in-page ui';
    root.append(element);
    if (source) {
      element.popover = 'manual';
      element.showPopover({ source: source as HTMLElement });
    }
    return { element, origin: () => originOf(element, source) };
  }

  /** Makes sure that the element stands and shows; gives false where a page will not have it. */
  stand(): boolean {
    if (!this.#host) {
      this.#root();
      return true;
    }
    if (this.#host.isConnected && this.#host.matches(':popover-open')) return true;
    if (++this.#putBack > PUT_BACK_LIMIT) {
      this.#retire('fought');
      return false;
    }
    this.#show();
    return true;
  }

  /**
   * Goes above whatever entered the top layer since: needed for modal dialogs and fullscreen only.
   * @returns false where a page opens so much that this would become a fight
   */
  raise(): boolean {
    if (!this.#host?.isConnected) return false;
    const now = performance.now();
    this.#raises = [...this.#raises.filter((time) => now - time < RAISES_MS), now];
    if (this.#raises.length > RAISES_LIMIT) return false;
    this.#host.hidePopover();
    this.#host.showPopover();
    return true;
  }

  /** The document's zoom scales the layer too: takes it back. */
  followZoom(): void {
    const zoom = this.#document.documentElement.currentCSSZoom || 1;
    this.#zoom?.replaceSync(zoom === 1 ? '' : `:host { zoom: ${1 / zoom} !important; }`);
  }

  /** The visible part of the window, in its coordinates. */
  visible(): Box {
    const view = this.#document.defaultView!;
    const seen = view.visualViewport;
    const { clientWidth, clientHeight } = this.#document.documentElement;
    const left = seen?.offsetLeft ?? 0;
    const top = seen?.offsetTop ?? 0;
    const width = Math.min(seen?.width ?? clientWidth, clientWidth || view.innerWidth);
    return { left, top, right: left + width, bottom: top + (seen?.height ?? clientHeight) };
  }

  #root(): ShadowRoot {
    if (this.#shadow) return this.#shadow;
    const document = this.#document;
    const view = document.defaultView as Window & typeof globalThis;
    const host = document.createElement(LAYER_TAG);
    const shadow = host.attachShadow({ mode: 'closed' });
    this.#zoom = new view.CSSStyleSheet();
    shadow.adoptedStyleSheets = [tokens, look, css]
      .map((text) => {
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      })
      .concat(this.#zoom);
    this.#host = host;
    this.#shadow = shadow;
    this.followZoom();
    this.#show();
    return shadow;
  }

  #show(): void {
    const host = this.#host!;
    if (!host.isConnected) this.#document.documentElement.append(host);
    host.popover = 'manual';
    if (!host.matches(':popover-open')) host.showPopover();
  }
}

/**
 * Where a group's corner stands. Right after a scroll an anchored box still reports where it was (it moves with the
 * next frame), so its anchor is asked, unless the browser sized the box otherwise (Firefox, under a transform).
 */
function originOf(group: HTMLElement, source: Element | null): DOMRect {
  const own = group.getBoundingClientRect();
  const anchor = source?.getBoundingClientRect();
  return anchor && Math.abs(anchor.width - own.width) < 1 ? anchor : own;
}
