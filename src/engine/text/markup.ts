// Cuts Markdown, reStructuredText or plain text into blocks, line by line; linear whatever is nested in it.
import type { Block, BlockType } from '../types.ts';
import { hashOf } from './hash.ts';

/** A block of a text, with where its text starts in the source (offsets hold while no prefix is inside). */
export interface TextBlock extends Block {
  start: number;
  /** The source of the block from `start` on, prefixes of further lines included. */
  source: string;
}

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const ATX = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const ITEM = /^(\s*)(?:[-*+•]|\d{1,3}[.)]|\[[ xX]\])\s+(?:\[[ xX]\]\s+)?/;
const UNDERLINE = /^([=\-~^"'`#*+.:_])\1{2,}\s*$/;
const TABLE = /^\s*(?:\|.*\|?|\+[-=+]+\+|[-=]{2,}(?:\s+[-=]{2,})+)\s*$/;
const QUOTE = /^\s{0,3}>\s?/;
const INDENTED = /^(?: {4}|\t)/;
const HTML = /^\s*<\/?(?:!--|[a-z][\w-]*)/i;
const COMMENT = /^\s*<!--/;
const DIRECTIVE = /^\.\.\s+\S/;

/** Ids of equal texts are told apart by a counter. */
export function blockIds(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const hash = hashOf(text);
    const count = seen.get(hash) ?? 0;
    seen.set(hash, count + 1);
    return count === 0 ? hash : `${hash}.${count}`;
  };
}

/** The blocks of `source` in order. Front matter (between two lines of `---` at the start) is code. */
export function blocksOfText(source: string): TextBlock[] {
  return new Cutter(source).run();
}

interface Line {
  text: string;
  start: number;
}

class Cutter {
  private readonly blocks: TextBlock[] = [];
  private readonly lines: Line[] = [];
  private readonly idOf = blockIds();
  private readonly levels: string[] = [];
  private open: { type: BlockType; lines: Line[]; skip: number } | null = null;

  constructor(private readonly source: string) {
    let start = 0;
    for (const text of source.split('\n')) {
      this.lines.push({ text: text.endsWith('\r') ? text.slice(0, -1) : text, start });
      start += text.length + 1;
    }
  }

  run(): TextBlock[] {
    let at = this.frontMatter();
    while (at < this.lines.length) at = this.step(at);
    this.close();
    return this.blocks;
  }

  private frontMatter(): number {
    if (this.lines[0]?.text !== '---') return 0;
    const end = this.lines.slice(1, 200).findIndex((line) => line.text === '---');
    if (end < 0) return 0;
    this.add('code', this.lines.slice(0, end + 2), 0);
    return end + 2;
  }

  /** Takes the line at `at`; gives the next one. */
  private step(at: number): number {
    const line = this.lines[at]!;
    const { text } = line;
    if (text.trim() === '') {
      this.close();
      return at + 1;
    }
    if (COMMENT.test(text)) return this.comment(at);
    const fence = FENCE.exec(text)?.[1];
    if (fence) return this.fenced(at, fence);
    const atx = ATX.exec(text);
    if (atx) {
      this.close();
      this.add('heading', [line], text.indexOf(atx[2]!), atx[1]!.length, atx[2]!);
      return at + 1;
    }
    const under = this.underlined(at);
    if (under) return under;
    return this.plain(at, line);
  }

  private plain(at: number, line: Line): number {
    const { text } = line;
    if (!this.open && (DIRECTIVE.test(text) || TABLE.test(text) || UNDERLINE.test(text))) {
      return this.until(at, DIRECTIVE.test(text));
    }
    if (!this.open && INDENTED.test(text) && !ITEM.test(text)) return this.indented(at);
    if (QUOTE.test(text)) {
      if (this.open?.type !== 'quote') this.close();
      this.open ??= { type: 'quote', lines: [], skip: 0 };
      this.open.lines.push(line);
      return at + 1;
    }
    const item = ITEM.exec(text);
    if (item) {
      this.close();
      this.open = { type: 'item', lines: [line], skip: item[0].length };
      return at + 1;
    }
    if (
      !this.open &&
      HTML.test(text) &&
      !/[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text.replace(/<[^>]*>/g, ''))
    ) {
      this.add('code', [line], 0);
      return at + 1;
    }
    this.open ??= { type: 'paragraph', lines: [], skip: text.length - text.trimStart().length };
    this.open.lines.push(line);
    return at + 1;
  }

  private fenced(at: number, fence: string): number {
    this.close();
    let end = at + 1;
    while (end < this.lines.length && !this.lines[end]!.text.trimStart().startsWith(fence)) end++;
    this.add('code', this.lines.slice(at, end + 1), 0);
    return end + 1;
  }

  private indented(at: number): number {
    let end = at;
    while (
      end < this.lines.length &&
      (INDENTED.test(this.lines[end]!.text) || this.lines[end]!.text.trim() === '')
    )
      end++;
    const last = this.blocks.at(-1);
    const text = this.lines.slice(at, end);
    // Under a list item an indented paragraph belongs to the item; elsewhere it is code.
    this.add(last?.type === 'item' ? 'item' : 'code', text, last?.type === 'item' ? 4 : 0);
    return end;
  }

  /** A table runs to the next empty line; a directive of reStructuredText over its indented lines as well. */
  private until(at: number, directive: boolean): number {
    let end = at + 1;
    while (end < this.lines.length) {
      const { text } = this.lines[end]!;
      const inside = directive ? /^\s/.test(text) || text === '' : text.trim() !== '';
      if (!inside) break;
      end++;
    }
    this.add('code', this.lines.slice(at, end), 0);
    return end;
  }

  /** A comment of HTML, up to its end or that of the text. */
  private comment(at: number): number {
    this.close();
    let end = at;
    while (end < this.lines.length - 1 && !this.lines[end]!.text.includes('-->')) end++;
    this.add('code', this.lines.slice(at, end + 1), 0);
    return end + 1;
  }

  /** A title with a line under it (and, in reStructuredText, over it). */
  private underlined(at: number): number | null {
    const over = UNDERLINE.test(this.lines[at]!.text) && !this.open;
    const title = this.lines[over ? at + 1 : at];
    const mark = this.lines[over ? at + 2 : at + 1];
    if (!title || !mark || !UNDERLINE.test(mark.text) || title.text.trim() === '') return null;
    if (this.open || ITEM.test(title.text) || mark.text.trim().length + 2 < title.text.trim().length)
      return null;
    if (over && this.lines[at]!.text.trim()[0] !== mark.text.trim()[0]) return null;
    const style = (over ? 'over' : '') + mark.text.trim()[0];
    if (!this.levels.includes(style)) this.levels.push(style);
    const skip = title.text.length - title.text.trimStart().length;
    this.add('heading', [title], skip, Math.min(6, this.levels.indexOf(style) + 1), title.text.trim());
    return at + (over ? 3 : 2);
  }

  private close(): void {
    if (!this.open) return;
    const { type, lines, skip } = this.open;
    this.open = null;
    this.add(type, lines, skip);
  }

  private add(type: BlockType, lines: Line[], skip: number, level?: number, title?: string): void {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return;
    const start = first.start + skip;
    const source = this.source.slice(start, last.start + last.text.length);
    const text = title ?? source;
    this.blocks.push({ id: this.idOf(text), type, text, start, source, ...(level && { level }) });
  }
}
