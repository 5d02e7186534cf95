// Windows within windows: an editor's own frame has no address, and often no room for a card.

/** The outermost window of the same origin. */
export function outermost(view: Window): Window & typeof globalThis {
  let at = view;
  try {
    while (at.parent !== at && at.parent.location.href) at = at.parent;
  } catch {
    // The parent is another site's.
  }
  return at as Window & typeof globalThis;
}

/** Where a window's own corner stands in a window around it. */
export function cornerIn(view: Window, outer: Window): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let at = view; at !== outer && at.frameElement; at = at.parent) {
    const frame = at.frameElement;
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return { x, y };
}
