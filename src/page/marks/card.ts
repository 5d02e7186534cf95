// The card: what opens when a person asks a mark to speak. Plain elements, no listeners, never the focus: who
// watches the window tells it what was pressed.
import { i18n } from '#i18n';
import type { Later, PageHint } from '../../platform/messages.ts';
import { nameOf, saidText } from './card-words.ts';
import { draw } from './draw.ts';
import { icon, waymark } from './waymark.ts';

/** Everything on a card that can be pressed. */
export type Action =
  | 'copy'
  | 'useful'
  | 'not-here'
  | 'later'
  | 'more'
  | 'open-note'
  | 'open-panel'
  | 'never'
  | 'next'
  | 'close'
  | 'undo'
  | 'exclude'
  | `later-${Later}`;

/** What the card shows in place of its actions. */
export type Said = 'copied' | 'useful' | 'not-here' | 'never' | 'refused';

export interface CardOptions {
  hint: PageHint;
  /** Which of how many hints of the block this is, from 1. */
  nth: number;
  of: number;
}

const LINE_ID = 'line';

export class Card {
  readonly element: HTMLElement;
  readonly #options: CardOptions;
  #part: 'short' | 'more' | 'later' = 'short';
  #said: Said | null = null;
  #active: Action | null = null;

  constructor(document: Document, options: CardOptions) {
    this.#options = options;
    this.element = draw(document, 'section', { class: 'card', role: 'dialog', 'aria-labelledby': LINE_ID });
    this.#render();
  }

  /** Actions that keys walk through, in order; the last is the one that is hardest to take back. */
  get actions(): Action[] {
    if (this.#said) return this.#said === 'copied' || this.#said === 'refused' ? ['close'] : ['undo'];
    if (this.#part === 'later') return ['later-hour', 'later-today', 'later-tab', 'later-site', 'exclude'];
    if (this.#options.hint.own) return [ownOpen(), 'not-here', 'later', 'never'];
    const all: Action[] = ['copy', 'useful', 'not-here', 'later', 'more', 'open-note', 'never'];
    return this.#options.of > 1 ? ['next', ...all] : all;
  }

  get active(): number | null {
    const index = this.#active ? this.actions.indexOf(this.#active) : -1;
    return index < 0 ? null : index;
  }

  get activeAction(): Action | null {
    return this.#active;
  }

  /** The name of the active action, for those who hear it. */
  get activeName(): string {
    return this.#active ? nameOf(this.#active, this.#options.hint) : '';
  }

  /** Makes an action active; one that stands under "More" opens it. */
  activate(index: number | null): void {
    this.#active = index === null ? null : (this.actions[index] ?? null);
    if (this.#part === 'short' && (this.#active === 'open-note' || this.#active === 'never'))
      this.#part = 'more';
    this.#render();
  }

  /** The first action: copying the sentence, or opening an own note. */
  activateFirst(): void {
    this.activate(this.actions.indexOf(this.#options.hint.own ? ownOpen() : 'copy'));
  }

  toggleMore(): void {
    this.#part = this.#part === 'more' ? 'short' : 'more';
    this.#render();
  }

  openLater(): void {
    this.#part = 'later';
    this.#active = this.#active === null ? null : 'later-hour';
    this.#render();
  }

  /** Leaves the menu. @returns false where none was open */
  back(): boolean {
    if (this.#part !== 'later') return false;
    this.#part = 'short';
    this.#active = this.#active === null ? null : 'later';
    this.#render();
    return true;
  }

  /** One line in place of the actions: what was done, and how to take it back. */
  say(said: Said): void {
    this.#said = said;
    this.#active = this.#active === null ? null : this.actions[0]!;
    this.#render();
  }

  get answered(): boolean {
    return this.#said !== null;
  }

  /** The action at a point of the window, by our own reckoning: under a modal dialog the browser finds nothing. */
  actionAt(x: number, y: number): Action | null {
    for (const button of this.element.querySelectorAll<HTMLElement>('[data-action]')) {
      if (contains(button.getBoundingClientRect(), x, y)) return button.dataset.action as Action;
    }
    return null;
  }

  /** Draws the hover on what is under the pointer: `:hover` does not work where the layer is inert. */
  hover(action: Action | null): void {
    for (const button of this.element.querySelectorAll<HTMLElement>('[data-action]')) {
      button.classList.toggle('is-hover', button.dataset.action === action);
    }
  }

  #render(): void {
    const { hint, nth, of } = this.#options;
    const document = this.element.ownerDocument;
    if (this.#said) {
      this.element.replaceChildren(this.#saidLine(this.#said));
      return;
    }
    const head = draw(
      document,
      'div',
      { class: 'card-head' },
      waymark(document, 'new'),
      draw(document, 'span', { class: 'label' }, hint.topic),
      of > 1 && this.#button('next', 'btn btn-plain', i18n.t('card.count', [`${nth}`, `${of}`])),
      this.#button('close', 'btn-icon card-close', icon(document, 'close')),
    );
    const line = draw(
      document,
      'p',
      { class: 'voice card-line', id: LINE_ID },
      hint.own ? i18n.t('card.own') : hint.line,
    );
    this.element.replaceChildren(head, line, this.#why(), ...this.#body());
  }

  /** The words that led to the hint, as the subject of half a sentence that says why. */
  #why(): HTMLElement {
    const { hint } = this.#options;
    const document = this.element.ownerDocument;
    const quote = draw(document, 'q', { class: 'evidence' }, hint.quote);
    const because = hint.own ? '' : hint.because.replace(/[.\s]+$/, '');
    const label = draw(document, 'span', { class: 'label' }, i18n.t('card.why'));
    return draw(document, 'p', { class: 'card-why' }, label, ' ', quote, because && ` ${because}.`);
  }

  #body(): HTMLElement[] {
    const { hint } = this.#options;
    const document = this.element.ownerDocument;
    if (this.#part === 'later') {
      const items = this.actions.map((action) => this.#button(action, 'btn btn-plain', nameOf(action, hint)));
      for (const item of items) item.setAttribute('role', 'menuitem');
      return [draw(document, 'div', { class: 'card-menu', role: 'menu' }, ...items)];
    }
    const button = (action: Action, kind = 'btn btn-plain') =>
      this.#button(action, kind, nameOf(action, hint));
    if (hint.own) {
      const buttons = this.actions.map((action, index) => button(action, index === 0 ? 'btn' : undefined));
      const hideout =
        import.meta.env.FIREFOX && draw(document, 'p', { class: 'card-why label' }, i18n.t('card.ownHow'));
      return [...(hideout ? [hideout] : []), draw(document, 'div', { class: 'card-foot' }, ...buttons)];
    }
    const more = this.#part === 'more';
    const foot = draw(
      document,
      'div',
      { class: 'card-foot' },
      button('copy', 'btn'),
      button('useful'),
      button('not-here'),
      button('later'),
      this.#button('more', 'btn-icon card-more', icon(document, 'down')),
    );
    if (!more) return [foot];
    const rest = draw(
      document,
      'div',
      { class: 'card-foot card-rest' },
      button('open-note'),
      button('never'),
    );
    return [this.#facts(), foot, rest];
  }

  #facts(): HTMLElement {
    const { hint } = this.#options;
    const document = this.element.ownerDocument;
    const fact = (name: string, text: string, kind: string | null = null) =>
      text
        ? [draw(document, 'dt', { class: 'label' }, name), draw(document, 'dd', { class: kind }, text)]
        : [];
    return draw(
      document,
      'dl',
      { class: 'card-facts' },
      ...fact(i18n.t('card.next'), hint.do),
      ...(hint.copies === 'sentence' ? fact(i18n.t('card.question'), hint.ask) : []),
      ...(hint.copies === 'sentence' ? fact(i18n.t('card.sentence'), hint.copy) : []),
      ...fact(i18n.t('card.source'), hint.source, 'card-source'),
    );
  }

  #saidLine(said: Said): HTMLElement {
    const { hint } = this.#options;
    const document = this.element.ownerDocument;
    const undo = this.actions[0] === 'undo' && this.#button('undo', 'btn btn-plain', i18n.t('card.undo'));
    const line = draw(
      document,
      'span',
      { class: 'card-said', role: 'status' },
      (said === 'useful' || said === 'copied') && quietWaymark(document),
      saidText(said),
      said === 'refused' && draw(document, 'span', { class: 'field card-copy' }, hint.copy),
      undo,
    );
    return draw(document, 'div', { class: 'card-foot card-answer' }, line);
  }

  #button(action: Action, kind: string, content: Node | string): HTMLElement {
    const active = action === this.#active;
    return draw(
      this.element.ownerDocument,
      'button',
      {
        type: 'button',
        class: active ? `${kind} is-focus` : kind,
        tabindex: '-1',
        'data-action': action,
        'aria-label': typeof content === 'string' ? null : nameOf(action, this.#options.hint),
        'aria-expanded': action === 'more' ? `${this.#part === 'more'}` : null,
      },
      content,
    );
  }
}

/** Where an own note opens: in the side panel, which a page in Firefox cannot open; there in a tab of ours. */
function ownOpen(): Action {
  return import.meta.env.FIREFOX ? 'open-note' : 'open-panel';
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}

function quietWaymark(document: Document): SVGSVGElement {
  const drawn = waymark(document, 'done');
  drawn.classList.add('wm-quiet');
  return drawn;
}
