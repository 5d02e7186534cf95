// The one card that may be open: opening and closing it, and what a press or a key on it does.
import type { Answer, FromPage, Later } from '../../platform/messages.ts';
import { outermost } from '../surfaces/frames.ts';
import type { Surface } from '../surfaces/surface.ts';
import { announce } from './announce.ts';
import type { Action } from './card.ts';
import { type Key, onKey } from './card-keys.ts';
import { Layer } from './layer.ts';
import type { Mark } from './mark.ts';
import { Marks } from './marks.ts';
import { OpenedCard } from './opened.ts';

/** How long "Undo" can be pressed, and how long the one stroke of a useful hint stays. */
const UNDO_MS = 6000;
const DONE_MS = 4000;

export interface CardsOptions {
  document: Document;
  send(message: FromPage): void;
  /** The person wants a surface left alone. */
  exclude(surface: Surface): void;
  retired(reason: 'fought'): void;
  /** Whether the extension is still there; where it is not, `orphaned` ends everything. */
  alive(): boolean;
  orphaned(): void;
}

/** What lies under a point: a mark, an action of the card, or the card's own ground. */
export type Hit = { mark: Mark } | { action: Action } | { card: true };

export class Cards {
  readonly marks: Marks;
  readonly #view: Window;
  /** The layer of the window around a frame; it shows only while a card has no room in the frame. */
  readonly #outer: Layer | null;
  readonly #options: CardsOptions;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #opened: OpenedCard | null = null;
  #pointed = false;

  constructor(options: CardsOptions, signal: AbortSignal) {
    this.#options = options;
    const events = {
      hidden: (mark: Mark) => this.#markHidden(mark),
      placed: () => this.#opened?.place(),
      retired: options.retired,
    };
    this.marks = new Marks(options.document, events, signal);
    this.#view = options.document.defaultView!;
    const outer = outermost(this.#view);
    this.#outer = outer === this.#view ? null : new Layer(outer.document, signal, options.retired);
    signal.addEventListener('abort', () => {
      this.close();
      for (const timer of this.#timers) clearTimeout(timer);
    });
  }

  /** Whether there is anything to press. */
  get any(): boolean {
    return this.marks.any || this.isOpen;
  }

  get isOpen(): boolean {
    return this.#opened !== null;
  }

  /** Whether an event's path leads through what is drawn here. */
  isOurs(path: readonly EventTarget[]): boolean {
    return this.marks.layer.isIn(path) || this.#outer?.isIn(path) === true;
  }

  /** What lies at a point of a window: the text's, or the one around it. */
  at(view: Window, x: number, y: number): Hit | null {
    if (this.#opened?.isAt(view, x, y)) {
      if (this.marks.isCovered(x, y, this.#opened.mark)) return null;
      const action = this.#opened.card.actionAt(x, y);
      return action ? { action } : { card: true };
    }
    const mark = view === this.#view ? this.marks.at(x, y) : null;
    return mark && { mark };
  }

  hover(hit: Hit | null): void {
    this.#pointed = hit !== null && !('mark' in hit);
    this.marks.hover(hit && 'mark' in hit ? hit.mark : null);
    this.#opened?.card.hover(hit && 'action' in hit ? hit.action : null);
  }

  /** A press on a mark or an action. */
  press(hit: Hit): void {
    if ('action' in hit) this.#run(hit.action);
    if (!('mark' in hit)) return;
    if (this.#opened?.mark === hit.mark) this.close();
    else if (hit.mark.state !== 'done') this.open(hit.mark, 0);
  }

  /** A key while the card is open. @returns whether it was ours, so that the page must not have it */
  key(key: Key): boolean {
    const opened = this.#opened;
    if (!opened) return false;
    const { card } = opened;
    const outcome = onKey(key, card.active, card.actions.length);
    const wentBack = outcome.close && outcome.take && card.back();
    if (wentBack) opened.place();
    else if (outcome.close) this.close();
    if (outcome.active !== undefined) {
      card.activate(outcome.active);
      opened.place();
      announce(this.#options.document, card.activeName);
    }
    if (outcome.run && card.activeAction) this.#run(card.activeAction);
    return outcome.take;
  }

  /** Opens the card of a hint by its names, from elsewhere: the first action is active. */
  show(surface: string, block: string, note: string): boolean {
    const mark = this.marks.find(surface, block);
    const nth = mark?.hints.findIndex((hint) => hint.note === note) ?? -1;
    if (!mark || nth < 0) return false;
    this.open(mark, nth);
    this.#opened?.card.activateFirst();
    this.#opened?.place();
    announce(this.#options.document, `${mark.hints[nth]!.line} ${this.#opened?.card.activeName}`);
    return true;
  }

  open(mark: Mark, nth: number): void {
    this.close();
    if (!this.#options.alive()) {
      this.#options.orphaned();
      return;
    }
    const marked = this.marks.surfaceOf(mark);
    if (!marked || !this.marks.layer.stand()) return;
    this.#opened = new OpenedCard(mark, nth, marked, this.marks.layer, this.#outer);
  }

  /** Something scrolled in a window. */
  scrolled(view: Window, target: EventTarget | null): void {
    if (view === this.#view) this.marks.scrolled(target);
    else this.#opened?.place();
  }

  close(): void {
    const opened = this.#opened;
    this.#opened = null;
    if (!opened) return;
    opened.close();
    if (opened.mark.state === 'new') opened.mark.state = 'seen';
  }

  #markHidden(mark: Mark): void {
    if (this.#opened?.mark === mark) this.close();
  }

  #run(action: Action): void {
    const opened = this.#opened;
    if (!opened) return;
    const { card, hint, mark } = opened;
    if (action === 'copy') void this.#copy(opened);
    else if (action === 'useful' || action === 'not-here' || action === 'never') this.#answer(opened, action);
    else if (action === 'undo') this.#undo(opened);
    else if (action === 'next') {
      const nth = mark.hints.findIndex(({ note }) => note === hint.note);
      this.open(mark, (nth + 1) % mark.hints.length);
    } else if (action === 'later' || action === 'more') {
      if (action === 'later') card.openLater();
      else card.toggleMore();
      opened.place();
    } else this.#leave(action, opened);
  }

  /** Actions after which the card has nothing more to say. */
  #leave(action: Action, { hint, mark }: OpenedCard): void {
    this.close();
    if (action === 'open-note') this.#options.send({ kind: 'open-note', note: hint.note });
    else if (action === 'open-panel') this.#options.send({ kind: 'open-panel' });
    else if (action === 'exclude') this.#options.exclude(mark.surface);
    else if (action !== 'close') {
      this.#options.send({ kind: 'later', until: action.slice('later-'.length) as Later });
      this.marks.setQuiet(true);
    }
  }

  async #copy(opened: OpenedCard): Promise<void> {
    try {
      await this.#options.document.defaultView!.navigator.clipboard.writeText(opened.hint.copy);
    } catch {
      opened.card.say('refused');
      opened.place();
      return;
    }
    this.#answer(opened, 'copied');
  }

  #answer(opened: OpenedCard, said: Answer): void {
    const { card, hint, mark } = opened;
    const helped = said === 'useful' || said === 'copied';
    this.#options.send({
      kind: 'answer',
      surface: hint.surface,
      block: hint.block,
      note: hint.note,
      said,
    });
    this.marks.answered(hint, !helped);
    card.say(said);
    mark.button.setAttribute('aria-expanded', 'false');
    opened.place();
    this.#closeLater(opened);
    if (!helped) this.marks.forget(hint.note, mark);
    // By its note: hints that came meanwhile are other objects.
    mark.hints = mark.hints.filter(({ note }) => note !== hint.note);
    if (mark.hints.length > 0) return;
    if (helped) mark.state = 'done';
    else mark.putAway();
    this.#after(helped ? Math.max(DONE_MS, UNDO_MS) : UNDO_MS, () => this.#settle(mark));
    if (helped) this.#after(DONE_MS, () => mark.hints.length === 0 && mark.putAway());
  }

  /** The line with "Undo" waits while the pointer is on it. */
  #closeLater(opened: OpenedCard): void {
    this.#after(UNDO_MS, () => {
      if (this.#opened !== opened) return;
      if (this.#pointed) this.#closeLater(opened);
      else this.close();
    });
  }

  /** A mark whose hints are all answered goes when nothing can be undone from it any more. */
  #settle(mark: Mark): void {
    if (mark.hints.length > 0 || mark.stale) return;
    if (this.#opened?.mark === mark) this.#after(UNDO_MS, () => this.#settle(mark));
    else this.marks.remove(mark);
  }

  #undo(opened: OpenedCard): void {
    const { hint, mark } = opened;
    this.#options.send({ kind: 'undo', note: hint.note });
    this.marks.unanswered(hint);
    mark.hints = [...mark.hints, hint];
    mark.state = 'seen';
    mark.away = false;
    mark.show();
    this.close();
  }

  #after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, milliseconds);
    this.#timers.add(timer);
  }
}
