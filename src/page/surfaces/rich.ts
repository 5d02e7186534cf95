// Reading text that is in the page: editable or rendered. One walk over text nodes, never innerText.
import type { BlockType } from '../../engine/types.ts';
import { BLOCK_LIMIT } from '../../platform/messages.ts';
import type { ReadBlock, Reader } from './read.ts';

/** Not prose, in one engine or another (research: editors.md 2): placeholders, widgets, controls. */
const FURNITURE = [
  '[aria-hidden="true"]',
  '[data-slate-placeholder]',
  '[data-slate-zero-width]',
  '[data-mce-bogus]',
  '.ProseMirror-widget',
  '.placeholder-node-view',
  '.ck-reset_all',
  '.ck-widget__type-around',
  '.ck-widget__selection-handle',
  '.ql-ui',
  'svg, canvas, audio, video, iframe, object, button, select, textarea, input, style, script, template',
].join(', ');

/** Stands in the text for a mention, date, status or emoji: offsets hold, and no rule sees a name. */
const CHIP = '\uFFFC';

const INLINE_TAGS = new Set(
  'A ABBR B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const BLOCK_TAGS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** The most nodes that one surface is read to; beyond, the rest is left out and the surface is partial. */
const NODE_LIMIT = 65_536;
/** Nodes between two chances to be interrupted. */
const NODES_A_STEP = 64;
const ZERO_WIDTH = /[\u200B\u2060\uFEFF]/;
const SPECIAL = /[\u200B\u2060\uFEFF\u00A0\t\r\n]| {2}/;

/** A reader of the text under `root`. */
export class RichReader implements Reader {
  partial = false;
  readonly #root: Element;

  constructor(root: Element) {
    this.#root = root;
  }

  *read(): Generator<void, ReadBlock[]> {
    const root = this.#root;
    const document = root.ownerDocument;
    const walker = document.createTreeWalker(root, 5 /* elements and text */);
    const text = new Gathering(root, keepsSpace(root));
    let nodes = 0;
    let node: Node | null = walker.nextNode();
    while (node && nodes < NODE_LIMIT) {
      let skip = false;
      if (node.nodeType === 3) text.add(node as Text);
      else skip = text.enter(node as Element);
      node = skip ? nextOutside(walker, root) : walker.nextNode();
      if (++nodes % NODES_A_STEP === 0) yield;
    }
    this.partial = node !== null;
    return text.finish();
  }

  caret(blocks: readonly ReadBlock[]): ReadBlock | undefined {
    const inside = this.#root.getRootNode() as Document | ShadowRoot;
    const holder = 'getSelection' in inside ? inside : this.#root.ownerDocument;
    const node = (holder as Document).getSelection()?.focusNode;
    if (!node || !this.#root.contains(node)) return undefined;
    const holds = (block: ReadBlock) => block.pieces.some((piece) => piece.node === node);
    return (
      blocks.find(holds) ?? blocks.find((block) => block.elements.some((element) => element.contains(node)))
    );
  }
}

/** The node after the walker's present one and all that is in it. */
function nextOutside(walker: TreeWalker, root: Element): Node | null {
  while (walker.currentNode !== root) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
  return null;
}

/** Whether line breaks in the source show: editors keep them, rendered text does not. */
function keepsSpace(element: Element): boolean {
  const value = element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace ?? '';
  return value.startsWith('pre') || value === 'break-spaces';
}

/** Text on its way to blocks. */
class Gathering {
  readonly #root: Element;
  readonly #keep: boolean;
  readonly #editable: boolean;
  readonly #blocks: ReadBlock[] = [];
  readonly #blockOf = new Map<Element, Element>();
  #holder: Element | null = null;
  #block: ReadBlock | null = null;

  constructor(root: Element, keep: boolean) {
    this.#root = root;
    this.#keep = keep;
    this.#editable = (root as HTMLElement).isContentEditable;
  }

  /** Takes note of an element. @returns whether what is in it must be left out */
  enter(element: Element): boolean {
    if (element.tagName === 'BR') {
      this.#lineBreak(element);
      return true;
    }
    if (element.matches(FURNITURE)) return true;
    // An editor inside rendered text is a surface of its own, and not theirs.
    if (!this.#editable && (element as HTMLElement).isContentEditable) return true;
    if (element.getAttribute('contenteditable') !== 'false') return false;
    // An island holds no prose unless something in it can be edited (CKEditor's table is such an island).
    if (element.querySelector('[contenteditable="true"], [contenteditable=""]')) return false;
    if (this.#isInline(element)) this.#append(element, CHIP);
    return true;
  }

  add(node: Text): void {
    const parent = node.parentElement ?? this.#root;
    const data = node.data.slice(0, BLOCK_LIMIT);
    if (!SPECIAL.test(data)) {
      if (data !== '') this.#append(parent, data, node, 0);
      return;
    }
    if (this.#block === null && data.trim() === '') return;
    this.#addFolded(parent, node, data);
  }

  /** Adds a text node whose characters do not all stand in the block as they are. */
  #addFolded(parent: Element, node: Text, data: string): void {
    let start = 0;
    let run = '';
    const flush = (next: number) => {
      if (run !== '') this.#append(parent, run, node, start);
      run = '';
      start = next;
    };
    for (let index = 0; index < data.length; index++) {
      let character = data[index]!;
      if (ZERO_WIDTH.test(character)) {
        flush(index + 1);
        continue;
      }
      if (character === '\u00A0' || character === '\t') character = ' ';
      if (character === '\n' || character === '\r') character = this.#keep ? '\n' : ' ';
      const before = run === '' ? (this.#ending(parent) ?? ' ') : run.at(-1);
      if (character === ' ' && !this.#keep && (before === ' ' || before === '\n')) flush(index + 1);
      else run += character;
    }
    flush(data.length);
  }

  finish(): ReadBlock[] {
    this.#close();
    return this.#blocks;
  }

  #ending(parent: Element): string | undefined {
    return this.#block && this.#holder === this.#blockFor(parent) ? this.#block.text.at(-1) : undefined;
  }

  #lineBreak(element: Element): void {
    if (!this.#block || this.#holder !== this.#blockFor(element.parentElement ?? this.#root)) return;
    // Two breaks are a paragraph's end, in editors that know no paragraphs.
    if (this.#block.text.endsWith('\n')) this.#close();
    else this.#block.text += '\n';
  }

  #append(parent: Element, text: string, node: Text | null = null, start = 0): void {
    const holder = this.#blockFor(parent);
    if (holder !== this.#holder || !this.#block) {
      this.#close();
      this.#holder = holder;
      this.#block = { id: '', text: '', pieces: [], elements: [holder], ...this.#typeOf(holder) };
    }
    const block = this.#block!;
    const taken = text.slice(0, BLOCK_LIMIT - block.text.length);
    if (node && taken) block.pieces.push({ at: block.text.length, start, length: taken.length, node });
    block.text += taken;
  }

  #close(): void {
    const block = this.#block;
    this.#block = null;
    this.#holder = null;
    if (!block) return;
    block.text = block.text.trimEnd();
    if (block.text === '' || block.pieces.length === 0) return;
    this.#blocks.push(block);
  }

  #blockFor(element: Element): Element {
    const known = this.#blockOf.get(element);
    if (known) return known;
    let at = element;
    while (at !== this.#root && this.#isInline(at) && at.parentElement) at = at.parentElement;
    this.#blockOf.set(element, at);
    return at;
  }

  #isInline(element: Element): boolean {
    if (BLOCK_TAGS.has(element.tagName)) return false;
    if (INLINE_TAGS.has(element.tagName)) return true;
    const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'inline';
    return display.startsWith('inline') || display === 'contents';
  }

  #typeOf(holder: Element): { type: BlockType; level?: number } {
    for (let at: Element | null = holder; at && this.#root.contains(at); at = at.parentElement) {
      const type = typeOfTag(at);
      if (type) return type;
      if (at === this.#root) break;
    }
    return { type: 'paragraph' };
  }
}

function typeOfTag(element: Element): { type: BlockType; level?: number } | null {
  const tag = element.tagName;
  if (/^H[1-6]$/.test(tag)) return { type: 'heading', level: Number(tag[1]) };
  if (element.getAttribute('role') === 'heading') {
    const level = Number(element.getAttribute('aria-level'));
    return { type: 'heading', level: level >= 1 && level <= 6 ? level : 2 };
  }
  if (tag === 'PRE' || element.matches('.ql-code-block, .code-block, [data-lexical-editor] > code')) {
    return { type: 'code' };
  }
  if (tag === 'BLOCKQUOTE') return { type: 'quote' };
  if (tag === 'LI' || element.getAttribute('role') === 'listitem') return { type: 'item' };
  if (tag === 'TD' || tag === 'TH') return { type: 'cell' };
  return null;
}
