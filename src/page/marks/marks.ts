// All marks of a page: which stand, where, and what lies under a point.
import { i18n } from '#i18n';
import type { PageHint } from '../../platform/messages.ts';
import type { ReadBlock } from '../surfaces/read.ts';
import type { Surface } from '../surfaces/surface.ts';
import { announce } from './announce.ts';
import { forgetHighlights, underline } from './evidence.ts';
import { Layer } from './layer.ts';
import { Mark } from './mark.ts';
import { MarkedSurface } from './marked.ts';
import { changedUnder, evidenceOf, followInField } from './standing.ts';
import { TopLayer } from './top-layer.ts';

/** A new mark is announced at most this often. */
const ANNOUNCE_MS = 10_000;

export interface MarksEvents {
  /** A mark's text changed, or it left: a card that speaks of it must close. */
  hidden(mark: Mark): void;
  /** Everything stands where it belongs again. */
  placed(): void;
  /** The page will not have the layer. */
  retired(reason: 'fought'): void;
}

export class Marks {
  readonly layer: Layer;
  readonly #document: Document;
  readonly #top: TopLayer;
  readonly #events: MarksEvents;
  readonly #marked = new Map<string, MarkedSurface>();
  readonly #answered = new Set<string>();
  #hovered: Mark | null = null;
  #quiet = false;
  #underline = false;
  #frame = 0;
  #announced = 0;

  constructor(document: Document, events: MarksEvents, signal: AbortSignal) {
    this.#document = document;
    this.#events = events;
    this.layer = new Layer(document, signal, events.retired);
    this.#top = new TopLayer(
      document,
      (element) => this.layer.isIn([element]),
      () => this.#topLayerChanged(),
      signal,
    );
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      this.#takeUnderlines?.();
      forgetHighlights(document);
    });
  }

  get any(): boolean {
    return this.#marked.size > 0;
  }

  /** The surface of a mark, while it has marks. */
  surfaceOf(mark: Mark): MarkedSurface | undefined {
    return this.#marked.get(mark.surface.id);
  }

  find(surface: string, block: string): Mark | undefined {
    return this.#marked.get(surface)?.marks.get(block);
  }

  /** Draws the hints of a surface: those whose passage still stands there. */
  setHints(surface: Surface, hints: readonly PageHint[]): void {
    const byBlock = new Map<string, PageHint[]>();
    for (const hint of hints) {
      if (this.#answered.has(answerKey(hint)) || this.#answered.has(hint.note)) continue;
      byBlock.set(hint.block, [...(byBlock.get(hint.block) ?? []), hint]);
    }
    const blocks = new Map(surface.blocks.map((block) => [block.id, block]));
    let marked = this.#marked.get(surface.id);
    for (const mark of [...(marked?.marks.values() ?? [])]) {
      if (!byBlock.has(mark.block.id) && mark.state !== 'done') this.remove(mark);
    }
    for (const [id, found] of byBlock) {
      const block = blocks.get(id);
      if (!block || this.#quiet || !this.layer.stand()) continue;
      marked = this.#marked.get(surface.id) ?? this.#begin(surface);
      this.#set(marked, block, found);
    }
    this.placeSoon();
  }

  /** A surface was read: marks stay with their text, and go where it is gone. */
  surfaceRead(surface: Surface): void {
    const marked = this.#marked.get(surface.id);
    if (!marked) return;
    const blocks = new Map(surface.blocks.map((block) => [block.id, block]));
    for (const mark of [...marked.marks.values()]) {
      const block = blocks.get(mark.block.id);
      if (!block) this.remove(mark);
      else Object.assign(mark, { block, stale: false });
    }
    marked.look();
    this.placeSoon();
  }

  /** Something in a surface changed just now: marks on that text are hidden at once. */
  touched(surface: Surface, nodes: ReadonlySet<Node>): void {
    const marked = this.#marked.get(surface.id);
    if (!marked) return;
    const { field } = surface;
    const grown = surface.grown();
    for (const mark of marked.marks.values()) {
      if (mark.stale) continue;
      const stands = field ? followInField(mark.block, field.value, grown) : !changedUnder(mark.block, nodes);
      if (stands) continue;
      mark.stale = true;
      mark.show();
      this.#events.hidden(mark);
    }
    this.placeSoon();
  }

  surfaceLeft(surface: Surface): void {
    for (const mark of [...(this.#marked.get(surface.id)?.marks.values() ?? [])]) this.remove(mark);
  }

  /** Hides every mark, or lets them come with the next hints. */
  setQuiet(quiet: boolean): void {
    this.#quiet = quiet;
    if (quiet) for (const mark of this.#all()) this.remove(mark);
  }

  /** Draws a line under the evidence of every mark whose text is the page's own, or leaves that. */
  setUnderline(underline: boolean): void {
    this.#underline = underline;
    this.#drawUnderlines();
  }

  /** Remembers that a hint was answered: by itself, or for its note wherever it stands. */
  answered(hint: PageHint, everywhere: boolean): void {
    this.#answered.add(everywhere ? hint.note : answerKey(hint));
  }

  unanswered(hint: PageHint): void {
    this.#answered.delete(answerKey(hint));
    this.#answered.delete(hint.note);
  }

  /** Takes away other marks of a note that is not wanted. */
  forget(note: string, except: Mark): void {
    for (const mark of this.#all()) {
      if (mark === except) continue;
      mark.hints = mark.hints.filter((hint) => hint.note !== note);
      if (mark.hints.length === 0) this.remove(mark);
    }
  }

  remove(mark: Mark): void {
    mark.stale = true;
    this.#events.hidden(mark);
    mark.button.remove();
    const marked = this.surfaceOf(mark);
    marked?.marks.delete(mark.block.id);
    if (marked?.marks.size !== 0) return;
    marked.drop();
    this.#marked.delete(mark.surface.id);
  }

  /** Re-places everything in the next frame. */
  placeSoon(): void {
    if (this.#frame || !this.any) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const writes = [...this.#marked.values()].map((marked) => marked.read());
      for (const write of writes) write();
      this.#drawUnderlines();
      this.#events.placed();
    });
  }

  /** The window's size or zoom changed. */
  resized(): void {
    this.layer.followZoom();
    for (const marked of this.#marked.values()) marked.look();
    this.placeSoon();
  }

  /** Something scrolled: marks in it move by themselves, those in fields do not. */
  scrolled(target: EventTarget | null): void {
    for (const marked of this.#marked.values()) {
      if (marked.surface.field && marked.surface.root === target) this.placeSoon();
      else marked.clipAnew();
    }
  }

  /** The mark at a point of the window. */
  at(x: number, y: number): Mark | null {
    for (const marked of this.#marked.values()) {
      const origin = marked.origin;
      for (const mark of marked.marks.values()) {
        if (mark.isAt(x, y, origin)) return this.#top.covers(x, y, mark.surface.root) ? null : mark;
      }
    }
    return null;
  }

  /** Whether something of the page lies over a point of a mark's card. */
  isCovered(x: number, y: number, mark: Mark): boolean {
    return this.#top.covers(x, y, mark.surface.root);
  }

  /** Draws the hover on one mark: `:hover` does not work where the layer is inert. */
  hover(mark: Mark | null): void {
    if (mark === this.#hovered) return;
    this.#hovered?.button.classList.remove('is-hover');
    mark?.button.classList.add('is-hover');
    this.#hovered = mark;
  }

  #drawUnderlines(): void {
    const ranges = this.#underline ? [...this.#all()].flatMap((mark) => evidenceOf(mark)) : [];
    this.#takeUnderlines?.();
    const [first] = this.#marked.values();
    this.#takeUnderlines = first && ranges.length > 0 ? underline(ranges, first.scheme) : null;
  }
  #takeUnderlines: (() => void) | null = null;

  *#all(): Generator<Mark> {
    for (const { marks } of [...this.#marked.values()]) yield* [...marks.values()];
  }

  #begin(surface: Surface): MarkedSurface {
    const marked = new MarkedSurface(surface, this.layer);
    this.#marked.set(surface.id, marked);
    marked.look();
    if (marked.modal) this.#raise();
    return marked;
  }

  #topLayerChanged(): void {
    if (!this.any) return;
    for (const marked of this.#marked.values()) marked.look();
    if ([...this.#marked.values()].some(({ modal }) => modal)) this.#raise();
    this.placeSoon();
  }

  /** Groups that are popovers of their own go above with the layer. */
  #raise(): void {
    if (!this.layer.raise()) return;
    this.#top.raised();
    for (const marked of this.#marked.values()) {
      for (const mark of marked.marks.values()) this.#events.hidden(mark);
      marked.tieAnew();
    }
  }

  #set(marked: MarkedSurface, block: ReadBlock, hints: PageHint[]): void {
    const known = marked.marks.get(block.id);
    if (known) {
      Object.assign(known, { block, stale: false });
      if (known.state !== 'done') known.hints = hints;
      return;
    }
    const mark = new Mark(this.#document, marked.surface, block, hints);
    // Placed before it is seen.
    mark.inView = false;
    mark.show();
    marked.marks.set(block.id, mark);
    marked.group.element.append(mark.button);
    if (performance.now() - this.#announced < ANNOUNCE_MS && this.#announced > 0) return;
    this.#announced = performance.now();
    announce(this.#document, i18n.t('mark.heard', [hints[0]!.topic]));
  }
}

function answerKey(hint: PageHint): string {
  return `${hint.note} ${hint.block}`;
}
