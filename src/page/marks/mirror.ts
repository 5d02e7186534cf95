// Where text stands in a field: the field's value set in an element of our own shadow root with the field's
// own type and width, and measured there. Nothing is added to the page.
import type { Field } from '../surfaces/plain-reader.ts';

const COPIED = [
  'direction',
  'font-family',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-weight',
  'font-kerning',
  'font-feature-settings',
  'letter-spacing',
  'line-height',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'tab-size',
  'text-align',
  'text-indent',
  'text-transform',
  'word-break',
  'word-spacing',
  'overflow-wrap',
];

export class Mirror {
  readonly #element: HTMLElement;
  readonly #text: Text;

  constructor(shadow: ShadowRoot) {
    const document = shadow.ownerDocument;
    this.#element = document.createElement('div');
    this.#element.className = 'mirror';
    this.#element.setAttribute('aria-hidden', 'true');
    this.#text = document.createTextNode('');
    this.#element.append(this.#text);
    shadow.append(this.#element);
  }

  /** Sets the field's text; further calls of `rects` speak of it. */
  hold(field: Field): void {
    const style = field.ownerDocument.defaultView!.getComputedStyle(field);
    for (const name of COPIED) this.#element.style.setProperty(name, style.getPropertyValue(name));
    this.#element.style.width = `${field.clientWidth}px`;
    this.#element.style.whiteSpace = field.tagName === 'INPUT' ? 'pre' : 'pre-wrap';
    if (this.#text.data !== field.value) this.#text.data = field.value;
  }

  /** Rectangles of a part of the value, in the window's coordinates, as the field shows it now. */
  rects(field: Field, start: number, end: number): DOMRect[] {
    const range = this.#element.ownerDocument.createRange();
    const length = this.#text.data.length;
    range.setStart(this.#text, Math.min(start, length));
    range.setEnd(this.#text, Math.min(end, length));
    const own = this.#element.getBoundingClientRect();
    const box = field.getBoundingClientRect();
    // A transform or a zoom scales the field, and not the mirror.
    const scale = box.width / field.offsetWidth || 1;
    // A one-line field sets its text in the middle.
    const middle = field.tagName === 'INPUT' ? (field.clientHeight - own.height) / 2 : 0;
    const left = field.clientLeft - field.scrollLeft - own.left;
    const top = field.clientTop - field.scrollTop - own.top + middle;
    return [...range.getClientRects()].map(
      ({ x, y, width, height }) =>
        new DOMRect(
          box.left + (x + left) * scale,
          box.top + (y + top) * scale,
          width * scale,
          height * scale,
        ),
    );
  }
}
