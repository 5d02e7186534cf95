// Plain text, Markdown and Jira's wiki markup, cut into blocks: what stands in a textarea or a code editor.
import type { BlockType } from '../../engine/types.ts';

/** A run of the source: `length` characters from `start` are those of the block's text from `at`. */
interface Run {
  at: number;
  start: number;
  length: number;
}

export interface PlainBlock {
  type: BlockType;
  level?: number;
  text: string;
  runs: Run[];
}

const FENCE = /^ {0,3}(```|~~~|\{code[^}]*\}|\{noformat\})/;
const HEADING = /^ {0,3}(?:(#{1,6})[ \t]+|h([1-6])\.[ \t]+)/;
const ITEM = /^[ \t]*(?:[-*+#]+|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const QUOTE = /^ {0,3}(?:>[ \t]?|bq\.[ \t]+)/;
const CELL = /^[ \t]*\|/;

interface Opened {
  block: PlainBlock;
  /** Whether following plain lines belong to it. */
  flows: boolean;
}

/**
 * Cuts a text into blocks. Lines flow together up to a blank line; markers (`#`, `-`, `>`) are left out.
 * @yields after each block, so that a long text can be read in slices
 */
export function* plainBlocks(source: string): Generator<void, PlainBlock[]> {
  const blocks: PlainBlock[] = [];
  let open: Opened | null = null;
  let fence: string | null = null;
  let start = 0;
  while (start <= source.length) {
    const end = source.indexOf('\n', start);
    const stop = end < 0 ? source.length : end;
    const line = source.slice(start, stop);
    const marker: string | undefined = FENCE.exec(line)?.[1]?.slice(0, 3);
    if (fence !== null) {
      if (marker === fence) {
        fence = null;
        open = null;
      } else open = append(blocks, open, { type: 'code', marker: 0, flows: true }, line, start);
    } else if (marker !== undefined) {
      fence = marker;
      open = null;
    } else if (line.trim() === '') {
      open = null;
    } else {
      open = append(blocks, open, shape(line), line, start);
    }
    if (open === null || !open.flows) yield;
    start = stop + 1;
  }
  return blocks;
}

interface Shape {
  type: BlockType;
  level?: number;
  /** Characters at the start of the line that are markup. */
  marker: number;
  flows: boolean;
  /** A plain line: goes on with the block before it, whatever that is. */
  plain?: boolean;
}

function shape(line: string): Shape {
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1] ? heading[1].length : Number(heading[2]);
    return { type: 'heading', level, marker: heading[0].length, flows: false };
  }
  const item = ITEM.exec(line);
  if (item) return { type: 'item', marker: item[0].length, flows: true };
  const quote = QUOTE.exec(line);
  if (quote) return { type: 'quote', marker: quote[0].length, flows: true };
  if (CELL.test(line)) return { type: 'cell', marker: 0, flows: false };
  return { type: 'paragraph', marker: 0, flows: true, plain: true };
}

function append(
  blocks: PlainBlock[],
  open: Opened | null,
  { type, level, marker, flows, plain }: Shape,
  line: string,
  start: number,
): Opened {
  const lead = marker + (type === 'code' ? 0 : line.length - marker - line.slice(marker).trimStart().length);
  const text = type === 'code' ? line : line.slice(lead).trimEnd();
  const joins = open?.flows && (plain || (type === open.block.type && (type === 'code' || type === 'quote')));
  if (open && joins) {
    const { block } = open;
    block.text += '\n';
    block.runs.push({ at: block.text.length, start: start + lead, length: text.length });
    block.text += text;
    return open;
  }
  const block: PlainBlock = { type, text, runs: [{ at: 0, start: start + lead, length: text.length }] };
  if (level) block.level = level;
  blocks.push(block);
  return { block, flows };
}
