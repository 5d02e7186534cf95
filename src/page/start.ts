// What runs in a page. Used by the page script on sites that are on, and by the welcome page on itself.
import type { Host } from '../hosts/index.ts';
import type { Connection } from './link.ts';
import { clearRemains } from './marks/remains.ts';
import { whenOrphaned } from './orphaned.ts';
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
  const { window: view } = options;
  /** Ends the script, not only a session: the site was turned off, or the extension has gone. */
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  clearRemains(view);
  let controller = new AbortController();
  let asked = false;
  const begin = () => {
    controller.abort();
    controller = new AbortController();
    const session = new Session(options, AbortSignal.any([signal, controller.signal]), ended);
    if (asked) session.readRendered();
    return session;
  };
  const onHide = () => controller.abort();
  // A page that comes back from the back/forward cache has a dead port and is not told: it begins anew.
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) session = begin();
  };
  const listen = () => {
    whenOrphaned(view, options.alive, () => ended.abort(), signal);
    view.addEventListener('pagehide', onHide, { signal });
    view.addEventListener('pageshow', onShow, { signal });
  };
  // `document.open` (TinyMCE's frame is written by it) takes every listener away with the old content.
  let root = view.document.documentElement;
  const rewritten = new view.MutationObserver(() => {
    if (view.document.documentElement === root) return;
    root = view.document.documentElement;
    listen();
    session = begin();
  });
  rewritten.observe(view.document, { childList: true });
  signal.addEventListener('abort', () => rewritten.disconnect());
  listen();
  let session = begin();
  return {
    readRendered() {
      asked = true;
      session.readRendered();
    },
  };
}
