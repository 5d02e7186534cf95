// What runs in a page: finds where somebody writes, tells the background, draws what comes back. Used by the
// page script on sites that are on, and by the welcome page on itself.
import { type Host, hostOf } from '../hosts/index.ts';
import type { DocumentInfo, ToPage } from '../platform/messages.ts';
import { type Connection, Link } from './link.ts';
import { Cards } from './marks/cards.ts';
import { watch } from './marks/watch.ts';
import { editorIn, parentOf } from './surfaces/find.ts';
import { Surface } from './surfaces/surface.ts';

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

/** Starts in a page. Until somebody puts the focus into a text, all it does is listen for that. */
export function startPage(options: PageOptions): void {
  const { window: view, signal } = options;
  let session = new AbortController();
  const begin = () => new Session(options, AbortSignal.any([signal, session.signal]), session);
  // A page that comes back from the back/forward cache has a dead port and is not told: it begins anew.
  view.addEventListener('pagehide', () => session.abort(), { signal });
  view.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      session.abort();
      session = new AbortController();
      begin();
    },
    { signal },
  );
  begin();
}

class Session {
  readonly #options: PageOptions;
  readonly #signal: AbortSignal;
  readonly #controller: AbortController;
  readonly #view: Window & typeof globalThis;
  readonly #surfaces = new Map<Element, Surface>();
  readonly #revisions = new Map<string, number>();
  #parts: { link: Link; cards: Cards } | null = null;

  constructor(options: PageOptions, signal: AbortSignal, controller: AbortController) {
    this.#options = options;
    this.#signal = signal;
    this.#controller = controller;
    this.#view = options.window;
    this.#view.addEventListener('focusin', (event) => this.#focused(event.composedPath()), {
      capture: true,
      passive: true,
      signal,
    });
    this.#focused(pathOf(this.#view.document));
  }

  #focused(path: readonly EventTarget[]): void {
    const root = editorIn(path);
    if (root && !this.#surfaces.has(root)) this.#begin(root);
  }

  #begin(root: Element): void {
    this.#parts ??= this.#start();
    const { link, cards } = this.#parts;
    const { marks } = cards;
    const surface = new Surface(
      root,
      'me',
      {
        read: (read) => {
          marks.surfaceRead(read);
          const { revision } = read.reading;
          if (this.#revisions.get(read.id) === revision) return;
          this.#revisions.set(read.id, revision);
          link.sendReading(read.reading);
        },
        touched: (touched, nodes) => marks.touched(touched, nodes),
        left: (left) => {
          this.#surfaces.delete(root);
          marks.surfaceLeft(left);
          link.gone(left.id);
        },
      },
      this.#signal,
    );
    this.#surfaces.set(root, surface);
  }

  #start(): { link: Link; cards: Cards } {
    const signal = this.#signal;
    const view = this.#view;
    const link = new Link({
      connect: this.#options.connect,
      alive: this.#options.alive,
      document: () => this.#document(),
      received: (message) => this.#received(message),
      lastReading: (id) => this.#surface(id)?.reading ?? null,
      orphaned: () => this.#controller.abort(),
      signal,
    });
    const cards = new Cards(
      {
        document: view.document,
        send: (message) => link.send(message),
        retired: (reason) => {
          link.send({ kind: 'retired', reason });
          this.#controller.abort();
        },
      },
      signal,
    );
    watch(view, cards, signal);
    view.document.addEventListener(
      'selectionchange',
      () => {
        const active = editorIn(pathOf(view.document));
        if (active) this.#surfaces.get(active)?.caretMoved();
      },
      { signal, passive: true },
    );
    return { link, cards };
  }

  #received(message: ToPage): void {
    const { cards } = this.#parts!;
    const { marks } = cards;
    switch (message.kind) {
      case 'hints': {
        const surface = this.#surface(message.surface);
        // What an older revision says of text that still stands is still true: blocks are named by their text.
        if (surface) marks.setHints(surface, message.hints);
        return;
      }
      case 'show':
      case 'reveal':
        this.#scrollTo(message.surface, message.block);
        if (message.kind === 'show') cards.show(message.surface, message.block, message.note);
        return;
      case 'quiet':
        if (message.quiet) cards.close();
        marks.setQuiet(message.quiet);
        return;
      case 'off':
        this.#controller.abort();
    }
  }

  #scrollTo(id: string, block: string): void {
    const surface = this.#surface(id);
    const found = surface?.blocks.find((other) => other.id === block);
    (found?.elements[0] ?? surface?.root)?.scrollIntoView({ block: 'nearest' });
  }

  #surface(id: string): Surface | undefined {
    for (const surface of this.#surfaces.values()) if (surface.id === id) return surface;
    return undefined;
  }

  #document(): DocumentInfo {
    const page = outermost(this.#view);
    const url = new URL(page.location.href);
    const host = this.#options.host ?? hostOf(url);
    return {
      host: host.id,
      documentId: host.documentId(url, page.document).slice(0, 2000),
      title: host.title(url, page.document).slice(0, 400),
      kind: host.kind(url, page.document),
    };
  }
}

/** The element that has the focus and all above it, through open shadow roots. */
function pathOf(document: Document): Element[] {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const path: Element[] = [];
  for (let at = active; at; at = parentOf(at)) path.push(at);
  return path;
}

/** The outermost window of the same origin: an editor's own frame has no address of its own. */
function outermost(view: Window): Window {
  let at = view;
  try {
    while (at.parent !== at && at.parent.location.href) at = at.parent;
  } catch {
    // The parent is another site's.
  }
  return at;
}
