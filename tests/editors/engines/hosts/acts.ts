// What a host does behind a person's back: saving on blur, closing on Escape, one-letter shortcuts, saving on a
// click outside. A test asks afterward that none of it happened, and then makes it happen.

export interface Acts {
  saved: number;
  closed: number;
  shortcuts: string[];
}

declare global {
  interface Window {
    acts: Acts;
    /** The text that should get a mark; set by the address. */
    passage: string;
  }
}

window.acts = { saved: 0, closed: 0, shortcuts: [] };
window.passage = new URLSearchParams(location.search).get('passage') ?? 'We should rewrite billing.';

/** Saves one tick after the focus leaves `area` for anything outside it. */
export function savesOnBlur(area: Element): void {
  area.addEventListener('focusout', () => {
    setTimeout(() => {
      if (!area.contains(document.activeElement)) window.acts.saved++;
    });
  });
}

/** Closes on Escape, before the document hears of it. */
export function closesOnEscape(area: Element): void {
  area.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') window.acts.closed++;
  });
}

/** Saves when anything outside `area` is pressed. */
export function savesOnOutsidePress(area: Element): void {
  for (const name of ['mousedown', 'pointerdown', 'click']) {
    document.addEventListener(
      name,
      (event) => {
        if (!event.composedPath().includes(area)) window.acts.saved++;
      },
      true,
    );
  }
}

/** One-letter shortcuts and Enter, wherever the caret is not in a text. */
export function hasShortcuts(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0] as HTMLElement;
      const writes = target.isContentEditable || /^(?:TEXTAREA|INPUT)$/.test(target.tagName);
      if (!writes || event.key === 'Enter' || event.key === 'Escape') window.acts.shortcuts.push(event.key);
    },
    true,
  );
}
