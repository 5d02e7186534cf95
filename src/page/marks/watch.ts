// The one place where marks and card hear anything: capture listeners on the window from the first moment of a page,
// so that they come before every listener of its own (not so in a page that was open when its site was turned on).
// What is ours never reaches the page; what is not is left alone.
import type { Cards, Hit } from './cards.ts';

/** Events of a press, all of which must be kept from the page for it to notice nothing. */
const PRESSES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

/** Watches a window for `cards` until `signal` aborts. */
export function watch(view: Window & typeof globalThis, cards: Cards, signal: AbortSignal): void {
  /** The hit that a press began on: its later events are ours wherever they end. */
  let pressed: Hit | null = null;
  const hitOf = (event: MouseEvent): Hit | null => {
    const hit = cards.at(view, event.clientX, event.clientY);
    if (!hit) return null;
    const path = event.composedPath();
    return cards.isOurs(path) || isUnderModal(path) ? hit : null;
  };
  const onPress = (event: Event) => {
    if (!event.isTrusted || !cards.any) return;
    if (event.type.startsWith('touch')) {
      if (cards.isOurs(event.composedPath())) keep(event);
      return;
    }
    const mouse = event as MouseEvent;
    const hit = hitOf(mouse);
    if (event.type === 'pointerdown') {
      pressed = hit;
      if (!hit && cards.isOpen) cards.close();
    }
    // A press that began in the page ends in the page: its editor may be selecting text.
    if (!pressed) return;
    keep(event);
    if (event.type !== 'click') return;
    if (hit && mouse.button === 0 && isSame(hit, pressed)) cards.press(hit);
    pressed = null;
  };
  const onMove = (event: PointerEvent) => {
    if (event.isTrusted && cards.any) cards.hover(hitOf(event));
  };
  const options = { capture: true, signal };
  for (const name of PRESSES) {
    // A touch is only kept from the page, never cancelled: scrolling need not wait for us.
    view.addEventListener(name, onPress, { ...options, passive: name.startsWith('touch') });
  }
  view.addEventListener('pointermove', onMove, { ...options, passive: true });
  watchKeys(view, cards, signal);
  view.addEventListener('scroll', (event) => cards.scrolled(view, event.target), {
    ...options,
    passive: true,
  });
  view.addEventListener('resize', () => cards.marks.resized(), { signal, passive: true });
}

/** Takes the keys of an open card from a window: the one with the text, or the one that a host takes its keys in. */
export function watchKeys(view: Window, cards: Cards, signal: AbortSignal): void {
  const taken = new Set<string>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || !cards.isOpen) return;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const { key, shiftKey: shift, isComposing: composing } = event;
    if (!cards.key({ key, modified, shift, composing })) return;
    taken.add(event.code);
    keep(event);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.isTrusted && taken.delete(event.code)) keep(event);
  };

  view.addEventListener('keydown', onKeyDown, { capture: true, signal });
  view.addEventListener('keyup', onKeyUp, { capture: true, signal });
}

function keep(event: Event): void {
  // A touch that is cancelled becomes no click.
  if (!event.type.startsWith('touch')) event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a path leads through a modal dialog or a fullscreen element: beneath one the layer is inert. */
function isUnderModal(path: readonly EventTarget[]): boolean {
  return path.some((target) => (target as Node).nodeType === 1 && (target as Element).matches(':modal'));
}

function isSame(a: Hit, b: Hit): boolean {
  if ('mark' in a && 'mark' in b) return a.mark === b.mark;
  if ('action' in a && 'action' in b) return a.action === b.action;
  return 'card' in a && 'card' in b;
}
