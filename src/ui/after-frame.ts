const HIDDEN_MS = 200;

/** Acts once the page has been drawn; a hidden page, which is not drawn, acts a little later. */
export function afterFrame(act: () => void): void {
  let waiting = true;
  const once = () => {
    if (waiting) act();
    waiting = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, HIDDEN_MS);
}
