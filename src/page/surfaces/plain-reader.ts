// Reading plain text: a field's value, or the lines of a code editor joined to paragraphs.
import { BLOCK_LIMIT } from '../../platform/messages.ts';
import { type PlainBlock, plainBlocks } from './plain.ts';
import type { Piece, ReadBlock, Reader } from './read.ts';

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** The longest value that is read. */
const VALUE_LIMIT = 1_000_000;

/** A reader of a textarea or a one-line field. */
export class FieldReader implements Reader {
  readonly partial = false;
  readonly #field: Field;

  constructor(field: Field) {
    this.#field = field;
  }

  *read(): Generator<void, ReadBlock[]> {
    const blocks = yield* plainBlocks(this.#field.value.slice(0, VALUE_LIMIT));
    return blocks.map((block) => toRead(block, (run) => [{ ...run, node: null }], []));
  }

  caret(blocks: readonly ReadBlock[]): ReadBlock | undefined {
    const at = this.#field.selectionStart ?? -1;
    return blocks.find((block) => {
      const last = block.pieces.at(-1)!;
      return at >= block.pieces[0]!.start && at <= last.start + last.length;
    });
  }
}

/** How a code editor shows its lines. */
interface LineEditor {
  root: string;
  line: string;
  furniture: string;
  /** Lines stand in the order of their `top`, not of the document. */
  byTop?: boolean;
}

const LINE_EDITORS: LineEditor[] = [
  { root: '.cm-content', line: '.cm-line', furniture: '.cm-placeholder, .cm-widgetBuffer, .cm-gap' },
  { root: '.monaco-editor', line: '.view-line', furniture: '.margin', byTop: true },
];

/** The line editor that an element is the root of. */
export function lineEditorOf(root: Element): LineEditor | undefined {
  return LINE_EDITORS.find((editor) => root.matches(editor.root));
}

/** A reader of CodeMirror or Monaco: what is in view, never the whole. */
export class LinesReader implements Reader {
  readonly partial = true;
  readonly #root: Element;
  readonly #editor: LineEditor;

  constructor(root: Element, editor: LineEditor) {
    this.#root = root;
    this.#editor = editor;
  }

  *read(): Generator<void, ReadBlock[]> {
    const lines = [...this.#root.querySelectorAll<HTMLElement>(this.#editor.line)];
    if (this.#editor.byTop)
      lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top));
    let source = '';
    const runs: { from: number; node: Text; line: Element }[] = [];
    for (const line of lines) {
      const walker = line.ownerDocument.createTreeWalker(line, 4 /* text */);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if ((node.parentElement as Element).closest(this.#editor.furniture)) continue;
        runs.push({ from: source.length, node: node as Text, line });
        source += (node as Text).data.replaceAll('\u00A0', ' ').replaceAll('\u200B', ' ');
      }
      source += '\n';
      yield;
    }
    const blocks = yield* plainBlocks(source);
    return blocks.map((block) => {
      const elements = new Set<Element>();
      const read = toRead(block, (run) => piecesOf(run, runs, elements), []);
      read.elements = [...elements];
      return read;
    });
  }

  caret(blocks: readonly ReadBlock[]): ReadBlock | undefined {
    const node = this.#root.ownerDocument.getSelection()?.focusNode;
    return node ? blocks.find((block) => block.elements.some((line) => line.contains(node))) : undefined;
  }
}

function piecesOf(
  run: { at: number; start: number; length: number },
  texts: { from: number; node: Text; line: Element }[],
  elements: Set<Element>,
): Piece[] {
  const pieces: Piece[] = [];
  for (const { from, node, line } of texts) {
    const start = Math.max(run.start, from);
    const end = Math.min(run.start + run.length, from + node.data.length);
    if (start >= end) continue;
    pieces.push({ at: run.at + start - run.start, start: start - from, length: end - start, node });
    elements.add(line);
  }
  return pieces;
}

function toRead(
  block: PlainBlock,
  pieces: (run: { at: number; start: number; length: number }) => Piece[],
  elements: Element[],
): ReadBlock {
  const { type, level, text, runs } = block;
  return { id: '', type, level, text: text.slice(0, BLOCK_LIMIT), pieces: runs.flatMap(pieces), elements };
}
