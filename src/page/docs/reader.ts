// Reading a Google Doc: its whole text by the bridge, and where it is painted by the annotated layer. Without
// the layer there are hints in the panel, but no marks; without the text, only what is painted is read.
import { BLOCK_LIMIT } from '../../platform/messages.ts';
import type { ReadBlock, Reader } from '../surfaces/read.ts';
import { HELLO } from './bridge.ts';
import { type DocsParagraph, paragraphsOf, placeRuns } from './paragraphs.ts';

/** The element that scrolls and holds the painted pages. */
export const DOCS_EDITOR = '.kix-appview-editor';
/** Invisible twins of what is painted, one a run. */
const RUNS = 'svg g[role="paragraph"] rect[aria-label], svg rect[aria-label][data-font-css]';
/** How long the bridge may take; a tab that was open before its site was turned on has none. */
const ANSWER_LIMIT_MS = 2000;

interface Run {
  label: string;
  element: Element;
}

export class DocsReader implements Reader {
  partial = false;
  readonly observed = { childList: true, subtree: true, attributeFilter: ['aria-label'] };
  /** What the last reading found: the text of the document, and a layer that tells where it stands. */
  found = { text: false, layer: false };
  readonly #root: Element;
  readonly #view: Window;
  #port: MessagePort | null = null;
  #text: string | null = null;

  constructor(root: Element) {
    this.#root = root;
    this.#view = root.ownerDocument.defaultView!;
  }

  /** Fetches the text afresh; the reading itself is then done at once. */
  async prepare(): Promise<void> {
    this.#text = await this.#ask();
  }

  *read(): Generator<void, ReadBlock[]> {
    const runs = this.#runs();
    this.found = { text: this.#text !== null, layer: runs.length > 0 };
    this.partial = this.#text === null;
    const paragraphs = this.#text === null ? paintedParagraphs(runs) : paragraphsOf(this.#text);
    const blocks = paragraphs.map(toBlock);
    yield;
    for (const { run, paragraph, at } of placeRuns(paragraphs, runs)) {
      const block = blocks[paragraph]!;
      const length = Math.min(run.label.trim().length, block.text.length - at);
      if (length <= 0) continue;
      block.pieces.push({ at, start: 0, length, node: null, run });
    }
    return blocks;
  }

  /** The block whose painted line the caret stands on. */
  caret(blocks: readonly ReadBlock[]): ReadBlock | undefined {
    const caret = this.caretBox();
    if (!caret) return undefined;
    const middle = (caret.top + caret.bottom) / 2;
    return blocks.find(({ pieces }) =>
      pieces.some(({ run }) => {
        const box = run?.element.getBoundingClientRect();
        return box && middle >= box.top && middle <= box.bottom;
      }),
    );
  }

  caretBox(): DOMRect | null {
    const caret = this.#root.querySelector('.kix-cursor-caret')?.getBoundingClientRect();
    return caret && caret.height > 0 ? caret : null;
  }

  /** In the order in which a person reads: top to bottom, left to right. */
  #runs(): Run[] {
    return [...this.#root.querySelectorAll(RUNS)]
      .map((element) => ({
        element,
        label: element.getAttribute('aria-label') ?? '',
        box: element.getBoundingClientRect(),
      }))
      .sort((a, b) => Math.round((a.box.top - b.box.top) / 4) || a.box.left - b.box.left);
  }

  #ask(): Promise<string | null> {
    this.#port ??= this.#greet();
    const port = this.#port;
    return new Promise((answer) => {
      const timer = setTimeout(() => answer(null), ANSWER_LIMIT_MS);
      port.onmessage = ({ data }) => {
        clearTimeout(timer);
        answer(typeof data === 'string' ? data : null);
      };
      port.postMessage('text');
    });
  }

  #greet(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#view.postMessage(HELLO, this.#view.origin, [port2]);
    return port1;
  }
}

function toBlock({ text, heading }: DocsParagraph): ReadBlock {
  const shape = heading ? { type: 'heading' as const, level: 2 } : { type: 'paragraph' as const };
  return { id: '', text: text.slice(0, BLOCK_LIMIT), pieces: [], elements: [], ...shape };
}

/** Paragraphs as the painted layer groups them. */
function paintedParagraphs(runs: readonly Run[]): DocsParagraph[] {
  const groups = new Map<Element | null, string>();
  for (const { element, label } of runs) {
    const group = element.closest('g[role="paragraph"]');
    groups.set(group, `${groups.get(group) ?? ''}${label}`);
  }
  return [...groups.values()].flatMap((text) => paragraphsOf(text));
}
