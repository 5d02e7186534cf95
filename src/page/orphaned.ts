// After an update, or when the extension was disabled, the script that is in a page runs on and nothing tells it
// (docs/browser-facts.md). So it looks whenever somebody is at the page again, before anything else of ours does.

/** Signs of a person at the page; nothing of ours is drawn or pressed without one of them. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll', 'visibilitychange'];

/**
 * Calls `orphaned` at the first sign of a person after the extension has gone.
 * @param alive whether the extension that this script belongs to is still there
 */
export function whenOrphaned(
  view: Window,
  alive: () => boolean,
  orphaned: () => void,
  signal: AbortSignal,
): void {
  const look = () => {
    if (!alive()) orphaned();
  };
  for (const sign of SIGNS) view.addEventListener(sign, look, { capture: true, passive: true, signal });
}
