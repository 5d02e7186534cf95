// What was read of a surface: blocks that know where their text stands.
import type { Block } from '../../engine/types.ts';

/** A run of a block's text: `length` characters from `at` are those of `node` from `start`. */
export interface Piece {
  at: number;
  start: number;
  length: number;
  /** Null in a field: then `start` counts in its value. */
  node: Text | null;
  /** In a painted document: the invisible twin of what is painted, which may be given other text at any time. */
  run?: { element: Element; label: string };
}

/** A block with the way back from its text to the page. */
export interface ReadBlock extends Block {
  pieces: Piece[];
  /** Elements that hold it: one, or the lines of a code editor. None in a field. */
  elements: Element[];
}

/** Reads one surface. */
export interface Reader {
  /** True where only what is in view is in the page. */
  readonly partial: boolean;
  /** What to observe, where text nodes and elements are not all: some layers change attributes alone. */
  readonly observed?: MutationObserverInit;
  /** Fetches what cannot be read at once. */
  prepare?(): Promise<void>;
  /** Reads everything; yields wherever it may be interrupted. Blocks have no id yet. */
  read(): Generator<void, ReadBlock[]>;
  /** The block that holds the caret. */
  caret(blocks: readonly ReadBlock[]): ReadBlock | undefined;
  /** Where the caret is painted, by an editor that the browser has no caret for. */
  caretBox?(): DOMRect | null;
}

/** The piece that holds the character at `offset` of a block's text. */
export function pieceAt(block: ReadBlock, offset: number): Piece | undefined {
  return block.pieces.find((piece) => offset >= piece.at && offset < piece.at + piece.length);
}
