// One life of the page script in a page: finds where somebody writes, tells the background, draws what comes
// back. It ends with the page, with the site turned off, or with an update; then another may begin.
import type { By } from '../engine/types.ts';
import { type Host, hostOf } from '../hosts/index.ts';
import type { DocumentInfo, ToPage } from '../platform/messages.ts';
import { ExportReader } from './docs/export.ts';
import { DocsReader } from './docs/reader.ts';
import { unreadOf, whenPainted } from './docs/start.ts';
import { Link } from './link.ts';
import { Cards } from './marks/cards.ts';
import { watch, watchKeys } from './marks/watch.ts';
import type { PageOptions } from './start.ts';
import { fieldName } from './surfaces/exclude.ts';
import { editorIn, parentOf } from './surfaces/find.ts';
import { outermost } from './surfaces/frames.ts';
import type { Reader } from './surfaces/read.ts';
import { PAUSE_MS, Surface } from './surfaces/surface.ts';

export class Session {
  readonly #options: PageOptions;
  /** Ends everything, the line to the background included. */
  readonly #line: AbortSignal;
  readonly #retired = new AbortController();
  /** Ends all work in the page: also where Staffwise retires, and stays only to be asked why. */
  readonly #signal: AbortSignal;
  /** Ends this session and all that would come after it. */
  readonly #ended: AbortController;
  readonly #view: Window & typeof globalThis;
  readonly #surfaces = new Map<Element, Surface>();
  readonly #revisions = new Map<string, number>();
  readonly #link: Link;
  readonly #cards: Cards;
  /** The editor that had the focus last. */
  #entered: Element | null = null;
  #rendered = false;
  #begun = false;

  constructor(options: PageOptions, signal: AbortSignal, ended: AbortController) {
    this.#options = options;
    this.#line = signal;
    this.#signal = AbortSignal.any([signal, this.#retired.signal]);
    this.#ended = ended;
    this.#view = options.window;
    this.#link = this.#makeLink();
    this.#cards = this.#makeCards();
    // From the first moment on: whoever listens on the window first hears first, and a page may listen there too.
    watch(this.#view, this.#cards, this.#signal);
    this.#view.addEventListener('focusin', (event) => this.#focused(event.composedPath()), {
      capture: true,
      passive: true,
      signal: this.#signal,
    });
    this.#focused(pathOf(this.#view.document));
    whenPainted(this.#view, this.#host(), (root, reader) => this.#beginPainted(root, reader), this.#signal);
  }

  #focused(path: readonly EventTarget[]): void {
    const root = editorIn(path);
    if (!root) return;
    const known = this.#surfaces.get(root);
    if (!known && !this.#host().excludes?.(root)) this.#begin(root, 'me');
    if (root !== this.#entered) known?.entered();
    this.#entered = root;
  }

  /** Reads what is rendered now, and what comes later. */
  readRendered(): void {
    if (this.#signal.aborted || this.#rendered) return;
    this.#rendered = true;
    const { document } = this.#view;
    const find = () => {
      if (document.hidden || !document.body) return;
      const host = this.#host();
      for (const root of host.rendered(document)) {
        if (!this.#surfaces.has(root)) this.#begin(root, host.mine?.(root) ? 'me' : 'other');
      }
    };
    const observer = new this.#view.MutationObserver(afterPause(find, this.#signal));
    observer.observe(document.documentElement, { childList: true, subtree: true });
    this.#signal.addEventListener('abort', () => observer.disconnect());
    document.addEventListener('visibilitychange', find, { signal: this.#signal });
    find();
  }

  #beginPainted(root: Element, reader: DocsReader): void {
    this.#begin(root, 'me', reader);
    for (const { contentWindow } of this.#host().keyFrames?.(this.#view.document) ?? []) {
      if (contentWindow) watchKeys(contentWindow, this.#cards, this.#signal);
    }
  }

  /** Reads the document's own export, once, because the person asked for it. */
  async #readExport(): Promise<void> {
    const { document, location } = this.#view;
    const reader = await ExportReader.open(new URL(location.href));
    if (!reader || this.#signal.aborted) return;
    this.#begin(this.#host().painted?.(document) ?? document.body, 'me', reader);
  }

  #begin(root: Element, by: By, reader?: Reader): void {
    if (!this.#begun) this.#followPage();
    this.#begun = true;
    const link = this.#link;
    const { marks } = this.#cards;
    const surface = new Surface(
      { root, by, kind: this.#host().surfaceKind?.(root), ...(reader && { reader }) },
      {
        read: (read) => {
          marks.surfaceRead(read);
          if (reader instanceof DocsReader) link.unread(unreadOf(reader));
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

  #makeLink(): Link {
    return new Link({
      connect: this.#options.connect,
      alive: this.#options.alive,
      document: () => this.#document(),
      received: (message) => this.#received(message),
      lastReading: (id) => this.#surface(id)?.reading ?? null,
      orphaned: () => this.#ended.abort(),
      signal: this.#line,
    });
  }

  #makeCards(): Cards {
    return new Cards(
      {
        document: this.#view.document,
        send: (message) => this.#link.send(message),
        alive: this.#options.alive,
        orphaned: () => this.#ended.abort(),
        exclude: (surface) => {
          this.#link.send({ kind: 'exclude', surface: surface.id, field: fieldName(surface.root) });
          this.#leaveAlone(surface);
        },
        retired: (reason) => {
          this.#link.send({ kind: 'retired', reason });
          this.#retired.abort();
        },
      },
      this.#signal,
    );
  }

  /** Follows where the caret and the page go, once there is a text to follow them for. */
  #followPage(): void {
    const signal = this.#signal;
    const { document, navigation } = this.#view;
    // A card that has no room in an editor's own frame stands in the page around it.
    const outer = outermost(this.#view);
    if (outer !== this.#view) watch(outer, this.#cards, signal);
    document.addEventListener(
      'selectionchange',
      () => {
        const active = editorIn(pathOf(document));
        if (active) this.#surfaces.get(active)?.caretMoved();
      },
      { signal, passive: true },
    );
    // Single-page navigation: one event for push, replace, back and links, seen from here in both browsers.
    const moved = afterPause(() => this.#link.documentMoved(), signal);
    navigation?.addEventListener('currententrychange', moved, { signal });
  }

  #received(message: ToPage): void {
    const cards = this.#cards;
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
        marks.setUnderline(message.underline ?? false);
        marks.setQuiet(message.quiet);
        return;
      case 'excluded': {
        const surface = this.#surface(message.surface);
        if (surface) this.#leaveAlone(surface);
        return;
      }
      case 'export':
        void this.#readExport();
        return;
      case 'off':
        this.#ended.abort();
    }
  }

  /** Stays among the surfaces, so that the focus does not begin it again. */
  #leaveAlone(surface: Surface): void {
    surface.stop();
    this.#cards.marks.surfaceLeft(surface);
    this.#link.gone(surface.id);
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

  #host(): Host {
    const page = outermost(this.#view);
    return this.#options.host ?? hostOf(new URL(page.location.href), page.document);
  }

  #document(): DocumentInfo {
    const page = outermost(this.#view);
    const url = new URL(page.location.href);
    const host = this.#host();
    return {
      host: host.id,
      documentId: host.documentId(url, page.document).slice(0, 2000),
      title: host.title(url, page.document).slice(0, 400),
      kind: host.kind(url, page.document),
    };
  }
}

/** Calls `act` a pause after the first of any number of calls of what it gives. */
function afterPause(act: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, PAUSE_MS);
  };
}

/** The element that has the focus and all above it, through open shadow roots. */
function pathOf(document: Document): Element[] {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const path: Element[] = [];
  for (let at = active; at; at = parentOf(at)) path.push(at);
  return path;
}
