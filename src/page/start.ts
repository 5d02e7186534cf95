// What runs in a page. Used by the page script on sites that are on, and by the welcome page on itself.
import type { Host } from '../hosts/index.ts';
import type { Connection } from './link.ts';
import { Session } from './session.ts';

export interface PageOptions {
  window: Window & typeof globalThis;
  /** Opens a port to the background. @throws where the extension has gone */
  connect(): Connection;
  /** Whether the extension that this script belongs to is still there. */
  alive(): boolean;
  /** Ends everything: a site turned off, an update. */
  signal: AbortSignal;
  /** What the page is; by default what its address says. */
  host?: Host;
}

/** What can be asked of a started page. */
export interface StartedPage {
  /** Reads rendered text too, from now on: the person asked for the page to be looked at. */
  readRendered(): void;
}

/** Starts in a page. Until somebody puts the focus into a text, all it does is listen for that. */
export function startPage(options: PageOptions): StartedPage {
  const { window: view, signal } = options;
  let controller = new AbortController();
  let asked = false;
  const begin = () => {
    const session = new Session(options, AbortSignal.any([signal, controller.signal]), controller);
    if (asked) session.readRendered();
    return session;
  };
  // A page that comes back from the back/forward cache has a dead port and is not told: it begins anew.
  view.addEventListener('pagehide', () => controller.abort(), { signal });
  view.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      controller.abort();
      controller = new AbortController();
      session = begin();
    },
    { signal },
  );
  let session = begin();
  return {
    readRendered() {
      asked = true;
      session.readRendered();
    },
  };
}
