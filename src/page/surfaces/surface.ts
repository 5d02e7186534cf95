// One place where text is written or read. It is read after a pause, in slices, and never while somebody
// composes a word.
import type { By, Kind } from '../../engine/types.ts';
import type { Reading } from '../link.ts';
import { inSlices } from '../slices.ts';
import { fieldName } from './exclude.ts';
import { nameBlocks } from './names.ts';
import type { Field } from './plain-reader.ts';
import type { ReadBlock, Reader } from './read.ts';
import { isField, readerOf } from './reader.ts';

/** Time without input after which a text is read. */
export const PAUSE_MS = 700;

export interface SurfaceOptions {
  root: Element;
  by: By;
  /** Its own kind, where it differs from the page's. */
  kind?: Kind | undefined;
  /** By default what goes with the root. */
  reader?: Reader;
}

export interface SurfaceEvents {
  /** The text was read, and differs from what was read before (or its caret moved to another block). */
  read(surface: Surface): void;
  /** Something in it changed just now; `nodes` are where. Called once a batch, before the pause. */
  touched(surface: Surface, nodes: ReadonlySet<Node>): void;
  /** It is no longer in the page. */
  left(surface: Surface): void;
}

/** Two frames of a tab must not give two surfaces one name. */
const PREFIX = Math.random().toString(36).slice(2, 8);
let count = 0;

export class Surface {
  readonly id = `${PREFIX}-${++count}`;
  readonly root: Element;
  readonly by: By;
  readonly field: Field | null;
  blocks: readonly ReadBlock[] = [];
  readonly #kind: Kind | undefined;
  readonly #reader: Reader;
  readonly #events: SurfaceEvents;
  readonly #view: Window & typeof globalThis;
  readonly #stop = new AbortController();
  #revision = 0;
  #length = 0;
  #said = '';
  #caret: string | undefined;
  #composing = false;
  #reading = false;
  #dirty = true;
  #lastInput = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ root, by, kind, reader }: SurfaceOptions, events: SurfaceEvents, signal: AbortSignal) {
    this.root = root;
    this.by = by;
    this.#kind = kind;
    this.field = isField(root) ? root : null;
    this.#reader = reader ?? readerOf(root);
    this.#events = events;
    this.#view = root.ownerDocument.defaultView as Window & typeof globalThis;
    signal.addEventListener('abort', () => this.stop(), { signal: this.#stop.signal });
    this.#observe();
    // The first reading need not wait.
    this.#wait(0);
  }

  get reading(): Reading {
    return {
      surface: this.id,
      revision: this.#revision,
      by: this.by,
      surfaceKind: this.#kind,
      ...(this.by === 'me' && { field: fieldName(this.root) }),
      partial: this.#reader.partial,
      blocks: this.blocks,
      caret: this.#caret,
    };
  }

  /** Where the caret is painted, by an editor that the browser has no caret for. */
  paintedCaret(): DOMRect | null {
    return this.#reader.caretBox?.() ?? null;
  }

  /** By how many characters a field's value grew since this was last asked. */
  grown(): number {
    const length = this.field?.value.length ?? 0;
    const grown = length - this.#length;
    this.#length = length;
    return grown;
  }

  /** Ends all observing. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stop.abort();
  }

  /** The text may have changed: reads it after a pause. */
  touch(): void {
    this.#dirty = true;
    this.#lastInput = performance.now();
    this.#wait(PAUSE_MS);
  }

  /** The person came back to it from another one: it is said again, though nothing in it changed. */
  entered(): void {
    this.#said = '';
    this.#wait(PAUSE_MS);
  }

  /** The caret may be in another block. */
  caretMoved(): void {
    this.#wait(PAUSE_MS);
  }

  #wait(pause: number): void {
    if (this.#timer !== undefined || this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#due();
    }, pause);
  }

  #due(): void {
    if (!this.root.isConnected) {
      this.stop();
      this.#events.left(this);
      return;
    }
    // The end of a composition, or of a reading, comes back here by itself.
    if (this.#composing || this.#reading) return;
    const left = this.#lastInput + PAUSE_MS - performance.now();
    // A hidden tab does no work: it comes back to it when it is seen again.
    if (this.root.ownerDocument.hidden) return;
    if (left > 1) this.#wait(left);
    // A page that sets a field's value sends no event but a moved selection.
    else if (this.#dirty || this.field) void this.#read();
    else this.#say(this.blocks);
  }

  async #read(): Promise<void> {
    this.#dirty = false;
    this.#reading = true;
    await this.#reader.prepare?.();
    if (this.#stop.signal.aborted) return;
    inSlices(
      this.#view,
      this.#reader.read(),
      (blocks) => {
        this.#reading = false;
        // What changed while it was read is read again after its own pause.
        if (this.#dirty) return this.#wait(PAUSE_MS);
        nameBlocks(blocks);
        this.grown();
        this.#say(blocks);
      },
      this.#stop.signal,
    );
  }

  #say(blocks: readonly ReadBlock[]): void {
    this.blocks = blocks;
    this.#caret = this.#reader.caret(blocks)?.id;
    const said = `${this.#caret}:${blocks.map((block) => block.id).join()}`;
    if (said !== this.#said) this.#revision++;
    this.#said = said;
    this.#events.read(this);
  }

  #observe(): void {
    const { signal } = this.#stop;
    const root = this.root;
    const observer = new this.#view.MutationObserver((records) => {
      this.touch();
      this.#events.touched(this, targetsOf(records));
    });
    if (this.field) {
      const changed = () => {
        this.touch();
        this.#events.touched(this, new Set([root]));
      };
      root.addEventListener('input', changed, { signal, passive: true });
    } else {
      // Never attributes: they are noise in every engine (research: editors.md 3).
      observer.observe(
        root,
        this.#reader.observed ?? { childList: true, characterData: true, subtree: true },
      );
    }
    const sizes = new this.#view.ResizeObserver(() => {
      if (root.isConnected) this.#events.touched(this, new Set());
      else this.#wait(0);
    });
    sizes.observe(root);
    root.addEventListener('compositionstart', () => this.#compose(true), { signal, passive: true });
    // Draft.js rebuilds its blocks right after a composition: read on the next task.
    root.addEventListener('compositionend', () => setTimeout(() => this.#compose(false)), {
      signal,
      passive: true,
    });
    root.ownerDocument.addEventListener('visibilitychange', () => this.#dirty && this.#wait(PAUSE_MS), {
      signal,
    });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      sizes.disconnect();
    });
  }

  #compose(composing: boolean): void {
    this.#composing = composing;
    if (!composing) this.touch();
  }
}

/** A page that changes thousands of places at once need not be followed to each. */
const MOST_RECORDS = 2000;

function targetsOf(records: readonly MutationRecord[]): Set<Node> {
  const nodes = new Set<Node>();
  for (let index = 0; index < Math.min(records.length, MOST_RECORDS); index++)
    nodes.add(records[index]!.target);
  return nodes;
}
