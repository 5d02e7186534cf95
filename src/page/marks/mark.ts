// One mark: a waymark beside a passage that has hints.
import { i18n } from '#i18n';
import type { PageHint } from '../../platform/messages.ts';
import type { ReadBlock } from '../surfaces/read.ts';
import type { Surface } from '../surfaces/surface.ts';
import { draw } from './draw.ts';
import { TARGET } from './place.ts';
import { type MarkState, waymark } from './waymark.ts';

export class Mark {
  readonly button: HTMLButtonElement;
  readonly surface: Surface;
  block: ReadBlock;
  hints: PageHint[];
  /** The text under it changed since it was last read: hidden, never moved. */
  stale = false;
  /** It stands where nothing is clipped away. */
  inView = true;
  /** All its hints were answered: out of sight, and there for as long as that can be undone. */
  away = false;
  /** Corner of the target in its group. */
  x = 0;
  y = 0;
  #state: MarkState = 'new';
  #mirrored = false;

  constructor(document: Document, surface: Surface, block: ReadBlock, hints: PageHint[]) {
    this.surface = surface;
    this.block = block;
    this.hints = hints;
    this.button = draw(document, 'button', {
      class: 'mark',
      type: 'button',
      tabindex: '-1',
      'aria-expanded': 'false',
      'aria-label': i18n.t('mark.name', [hints[0]!.topic]),
    });
    this.#draw();
  }

  get state(): MarkState {
    return this.#state;
  }

  set state(state: MarkState) {
    if (state === this.#state) return;
    this.#state = state;
    this.#draw();
  }

  get shown(): boolean {
    return !this.stale && this.inView && !this.away;
  }

  /** Draws what `stale`, `inView` and `away` say. */
  show(): void {
    this.button.hidden = !this.shown;
  }

  /** Takes it out of sight. */
  putAway(): void {
    this.away = true;
    this.show();
  }

  moveTo(x: number, y: number, mirrored: boolean): void {
    this.x = x;
    this.y = y;
    this.button.style.translate = `${x}px ${y}px`;
    if (mirrored === this.#mirrored) return;
    this.#mirrored = mirrored;
    this.#draw();
  }

  /** Whether a point, in the window's coordinates, lies on it. */
  isAt(x: number, y: number, origin: DOMRect): boolean {
    const left = origin.left + this.x;
    const top = origin.top + this.y;
    return this.shown && x >= left && x < left + TARGET && y >= top && y < top + TARGET;
  }

  #draw(): void {
    this.button.classList.toggle('done', this.#state === 'done');
    this.button.replaceChildren(waymark(this.button.ownerDocument, this.#state, this.#mirrored));
  }
}
