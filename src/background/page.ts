// One connected page (a frame of a tab): its surfaces, and what is drawn in it.
import * as v from 'valibot';
import type { DocumentReader } from '../engine/documents/document.ts';
import { chooseMarks } from '../engine/manners.ts';
import type { SecondStage } from '../engine/relevance/second-stage.ts';
import type { Engine } from '../engine/suggest.ts';
import type { Kind, State } from '../engine/types.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import type { Told } from '../notes/answers.ts';
import {
  type DocumentInfo,
  type FromPage,
  fromPage,
  type ListedHint,
  type ToPage,
} from '../platform/messages.ts';
import { listed } from './guidance.ts';
import type { WorkQueue } from './queue.ts';
import { type Pending, Surface, wordCount } from './surface.ts';

/** The wire to a page script. */
export interface Wire {
  post(message: ToPage): void;
  /** Tells the page script that it is not wanted, and closes the wire. */
  close(): void;
}

/** What a page needs of the rest of the background. */
export interface PageContext {
  engine: Engine;
  reader: DocumentReader;
  library: GuidanceIndex;
  queue: WorkQueue;
  /** The encoder, loaded at the first block that needs it; null where there is none, or it cannot be read. */
  secondStage(): Promise<SecondStage | null>;
  /** Whether marks may be drawn here now. */
  mayMark(): boolean;
  /** Whether the person wants a field of the page left alone. */
  isExcluded(field: string): boolean;
  changed(page: Page): void;
  heard(
    page: Page,
    message: Exclude<FromPage, { kind: 'document' | 'blocks' | 'gone' | 'unread' | 'retired' }>,
  ): void;
  /** What the person said so far, for the page's document. */
  told(page: Page): Promise<Told>;
  /** The kind that the person set for the page's document. */
  correctedKind(page: Page): Promise<Kind | undefined>;
}

const NO_DOCUMENT: DocumentInfo = { host: 'unknown', documentId: '', title: '', kind: 'unknown' };

/** A page script's other end. */
export class Page {
  info: DocumentInfo = NO_DOCUMENT;
  corrected: Kind | undefined;
  unread: string | undefined;
  retired: string | undefined;
  readonly surfaces = new Map<string, Surface>();
  private told: Told = { state: {}, version: '' };
  private turns = 0;
  private ready: Promise<void> = Promise.resolve();

  constructor(
    readonly tab: number,
    readonly frame: number,
    readonly origin: string,
    readonly wire: Wire,
    private readonly context: PageContext,
  ) {}

  /** Takes one message of the page script; what does not fit the schema is dropped. */
  receive(raw: unknown): void {
    const parsed = v.safeParse(fromPage, raw);
    if (!parsed.success) {
      console.warn('dropped a message of a page:', parsed.issues[0].message);
      return;
    }
    const message = parsed.output;
    if (message.kind === 'document') this.name(message.document);
    else if (message.kind === 'blocks') this.read(message);
    else if (message.kind === 'gone') this.forget(message.surface);
    else if (message.kind === 'unread') this.note({ unread: message.reason });
    else if (message.kind === 'retired') this.note({ retired: message.reason });
    else this.context.heard(this, message);
  }

  private name(info: DocumentInfo): void {
    this.info = info;
    this.unread = undefined;
    this.ready = this.refresh();
    this.context.changed(this);
  }

  /** Reads what was said of the document anew, and analyzes what that changes. */
  async refresh(): Promise<void> {
    [this.told, this.corrected] = await Promise.all([
      this.context.told(this),
      this.context.correctedKind(this),
    ]);
    this.analyzeAll();
  }

  private note(change: { unread?: string; retired?: string }): void {
    Object.assign(this, change);
    this.context.changed(this);
  }

  private read(message: Extract<FromPage, { kind: 'blocks' }>): void {
    if (message.field !== undefined && this.context.isExcluded(message.field)) {
      this.forget(message.surface);
      this.wire.post({ kind: 'excluded', surface: message.surface });
      return;
    }
    let surface = this.surfaces.get(message.surface);
    if (!surface) {
      surface = new Surface(message.surface, this.context.reader);
      this.surfaces.set(message.surface, surface);
    }
    if (message.caret !== undefined) surface.turn = ++this.turns;
    if (surface.take(message)) void this.ready.then(() => this.analyze(surface));
  }

  private forget(id: string): void {
    this.surfaces.delete(id);
    this.context.queue.drop(this.key(id));
    this.context.queue.drop(this.secondKey(id));
    this.context.changed(this);
  }

  private key(surface: string): string {
    return `${this.tab}:${this.frame}:${surface}`;
  }

  private analyzeAll(): void {
    for (const surface of this.surfaces.values()) this.analyze(surface);
  }

  /** Reviews the surface as a document first: its kind and sections are part of every passage. */
  private analyze(surface: Surface): void {
    const { version, state } = this.told;
    let review: (() => boolean) | null = null;
    let pending: Pending[] | null = null;
    this.context.queue.drop(this.secondKey(surface.id));
    this.context.queue.add({
      key: this.key(surface.id),
      urgency: surface.caret === undefined ? 1 : 0,
      next: () => {
        review ??= surface.review.begin(surface.ordered(), this.reviewContext(surface));
        if (!pending) {
          if (review()) return true;
          pending = surface.pending(this.info, version);
        }
        return this.firstLook(surface, pending, state);
      },
    });
  }

  private reviewContext(surface: Surface) {
    return {
      title: this.info.title,
      hostKind: this.info.kind,
      corrected: this.corrected ?? surface.kind,
      partial: surface.partial,
    };
  }

  /** The linear stage, one block a step; then what it left open goes to the encoder. */
  private firstLook(surface: Surface, pending: Pending[], state: State): boolean {
    const { engine } = this.context;
    const next = pending.shift();
    if (next) surface.found(next.key, engine.suggest(next.passage, state), engine.isOpen(next.passage));
    if (pending.length > 0) return true;
    this.draw(surface);
    this.context.changed(this);
    const open = surface.open(this.info, this.told.version);
    if (open.length > 0) void this.lookAgain(surface, open, state);
    return false;
  }

  /** Queues the second look. The encoder loads outside of the queue: an edit does not wait for it. */
  private async lookAgain(surface: Surface, open: Pending[], state: State): Promise<void> {
    const { revision } = surface;
    const { version } = this.told;
    const stage = await this.context.secondStage();
    const stale = surface.revision !== revision || this.told.version !== version;
    if (!stage || stale || this.surfaces.get(surface.id) !== surface) return;
    this.context.queue.add({
      key: this.secondKey(surface.id),
      urgency: surface.caret === undefined ? 3 : 2,
      next: () => this.secondLook(surface, open, state, stage),
    });
  }

  private secondLook(surface: Surface, open: Pending[], state: State, stage: SecondStage): boolean {
    const next = open.shift();
    if (!next) return false;
    const hints = this.context.engine.suggest(next.passage, state, stage.scores(next.passage.text));
    surface.found(next.key, hints, false);
    if (hints.length > 0 || open.length === 0) {
      this.draw(surface);
      this.context.changed(this);
    }
    return open.length > 0;
  }

  private secondKey(surface: string): string {
    return `${this.key(surface)}:second`;
  }

  /** Sends every surface its marks. */
  drawAll(): void {
    for (const surface of this.surfaces.values()) this.draw(surface);
  }

  private draw(surface: Surface): void {
    const found = surface.hints(this.info, this.told.version);
    const blocks = new Map(found.map(({ block }) => [block.id, block]));
    const marks = this.context.mayMark()
      ? chooseMarks(
          found.map(({ block, hints }) => ({ block: block.id, words: wordCount(block), hints })),
          surface.kindOf(this.info),
          surface.by,
        )
      : [];
    const hints = marks.flatMap(({ block, hint }) => {
      const shown = listed(hint, blocks.get(block)!, surface.id, surface.by, this.context.library);
      return shown ? [pageHint(shown)] : [];
    });
    this.wire.post({ kind: 'hints', surface: surface.id, revision: surface.revision, hints });
  }

  /** Every hint of the page in document order, marks and what is more likely than not. */
  listed(): ListedHint[] {
    return [...this.surfaces.values()].flatMap((surface) => {
      let heading = '';
      return surface.hints(this.info, this.told.version).flatMap(({ block, hints }, at) => {
        if (block.type === 'heading') heading = block.text;
        return hints.flatMap((hint) => {
          const shown = listed(hint, block, surface.id, surface.by, this.context.library);
          return shown ? [{ ...shown, at, heading }] : [];
        });
      });
    });
  }

  /** What the person said is not for this document: ids of notes, sections and checks. */
  get dismissed(): ReadonlySet<string> {
    return this.told.state.notHere ?? new Set();
  }

  /** Words read so far. A page with headings alone has no text yet. */
  words(): number {
    let words = 0;
    for (const surface of this.surfaces.values()) {
      for (const block of surface.ordered()) if (block.type !== 'heading') words += wordCount(block);
    }
    return words;
  }
}

const WORDLESS = { topic: '', line: '', because: '', do: '', ask: '', copy: '', source: '', link: undefined };

/** The part of a listed hint that travels into a page. */
function pageHint(hint: ListedHint): Extract<ToPage, { kind: 'hints' }>['hints'][number] {
  const {
    title: _title,
    by: _by,
    comment: _comment,
    shown: _shown,
    place: _place,
    score: _score,
    answered: _answered,
    at: _at,
    heading: _heading,
    ...rest
  } = hint;
  // An own note's words are never drawn in a page, and so never sent there.
  return hint.own ? { ...rest, ...WORDLESS } : rest;
}
