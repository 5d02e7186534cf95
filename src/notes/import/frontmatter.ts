// Front matter as people write it: YAML that strict parsers refuse is kept as text, never dropped.
import { LineCounter, parseDocument } from 'yaml';

/** A Markdown file in parts. */
export interface FrontMatter {
  meta: Record<string, unknown>;
  body: string;
  /** Line in the file and words of the first fault; the raw block is then the beginning of `body`. */
  fault?: { line: number; detail: string };
}

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Splits a Markdown text. */
export function frontMatter(text: string): FrontMatter {
  const match = BLOCK.exec(text);
  if (!match) return { meta: {}, body: text };
  const body = text.slice(match[0].length);
  const lines = new LineCounter();
  try {
    const parsed = parseDocument(match[1] ?? '', { lineCounter: lines });
    const [error] = parsed.errors;
    if (error) {
      const line = lines.linePos(error.pos[0]).line + 1;
      return { meta: {}, body: text, fault: { line, detail: error.message.split('\n')[0] ?? '' } };
    }
    // Aliases that multiply (a "billion laughs") are refused by the parser's own limit.
    const value: unknown = parsed.toJS({ maxAliasCount: 100 });
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (value !== null && !isMap)
      return { meta: {}, body: text, fault: { line: 2, detail: 'not a list of fields' } };
    return { meta: (value ?? {}) as Record<string, unknown>, body };
  } catch (error) {
    return {
      meta: {},
      body: text,
      fault: { line: 2, detail: (error as Error).message.split('\n')[0] ?? '' },
    };
  }
}

/** A field as text; empty where it is none. */
export function textField(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A field that may be one text, a list, or words in a row (`tags: a, b`). */
export function listField(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textField).filter(Boolean);
  return textField(value)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** A field as ms since the epoch, where it is a date. */
export function timeField(value: unknown): number | undefined {
  if (!(value instanceof Date) && typeof value !== 'string') return undefined;
  const time = new Date(value).getTime();
  return Number.isFinite(time) ? time : undefined;
}
