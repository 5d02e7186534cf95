// What else is in the browser's top layer: modal dialogs and fullscreen, beneath which our layer is dead to the
// pointer, and popovers of the page that opened later and so lie above ours.
import { isElement, parentOf } from '../surfaces/find.ts';

/** The modal dialog or fullscreen element that an element is in. */
export function modalAbove(element: Element): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(':modal')) return at;
  return null;
}

/** Whether a modal dialog lies between the person and an element. */
export function isBlocked(element: Element): boolean {
  return modalAbove(element) === null && element.ownerDocument.querySelector(':modal') !== null;
}

export class TopLayer {
  /** What opened since our layer last went above everything. */
  readonly #later = new Set<Element>();

  /**
   * @param isOurs whether an element is our own layer
   * @param changed called when a dialog, popover or fullscreen element of the page came or went
   */
  constructor(
    document: Document,
    isOurs: (element: Element) => boolean,
    changed: () => void,
    signal: AbortSignal,
  ) {
    const options = { capture: true, passive: true, signal };
    // On the window, where a page that came later cannot keep it from us.
    document.defaultView!.addEventListener(
      'toggle',
      (event) => {
        const target = event.composedPath()[0];
        if (!isElement(target) || isOurs(target)) return;
        if (event.newState === 'open') this.#later.add(target);
        else this.#later.delete(target);
        changed();
      },
      options,
    );
    document.addEventListener('fullscreenchange', changed, options);
  }

  /** Our layer went above all of it. */
  raised(): void {
    this.#later.clear();
  }

  /**
   * Whether something of the page lies over a point: also what lets the pointer through and so cannot be found
   * by asking what is there, as a page that wants a person to press what they do not see would have it.
   */
  covers(x: number, y: number, surface: Element): boolean {
    for (const cover of this.#later) {
      if (!cover.isConnected || !cover.matches(':popover-open, :modal') || cover.contains(surface)) continue;
      const box = cover.getBoundingClientRect();
      if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return true;
    }
    return false;
  }
}
