// Finds the painted document of a page, whenever it comes, and reads it.
import type { Host } from '../../hosts/index.ts';
import { PAUSE_MS } from '../surfaces/surface.ts';
import { DocsReader } from './reader.ts';

/** Why a painted document cannot be read: a key of the locale files under `unread`. */
export type Unread = 'docsReload';

/**
 * Calls `begin` with the painted document of a host, once it is there.
 * @param signal ends the search
 */
export function whenPainted(
  view: Window & typeof globalThis,
  host: Host,
  begin: (root: Element, reader: DocsReader) => void,
  signal: AbortSignal,
): void {
  // Its frames are for keys and for other people's pages.
  if (!host.painted || view.parent !== view) return;
  const { document } = view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const root = host.painted?.(document);
    if (!root) return;
    observer.disconnect();
    begin(root, new DocsReader(root));
  };
  const observer = new view.MutationObserver(() => {
    timer ??= setTimeout(look, PAUSE_MS);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
}

/** What a reading says of the document: null where it could be read, in whatever way. */
export function unreadOf({ found }: DocsReader): Unread | null {
  return found.text || found.layer ? null : 'docsReload';
}
