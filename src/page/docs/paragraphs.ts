// Google Docs' annotated text, cut into paragraphs, and the lines it paints, found in them.

/** A paragraph of the document's text. */
export interface DocsParagraph {
  text: string;
  heading: boolean;
}

/** A painted run of text: a line of a paragraph, or a styled piece of one. */
export interface PaintedRun {
  label: string;
}

/** A painted run at its place in a paragraph. */
export interface PlacedRun<R extends PaintedRun> {
  run: R;
  paragraph: number;
  /** Offset in the paragraph's text. */
  at: number;
}

/** Marks of structure in the annotated text: its start, sections, tables, footnotes and other objects. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Docs uses
const STRUCTURE = /[\u0000-\u0008\u000B-\u001F\uE000-\uF8FF]/g;
const MOST_WORDS_OF_A_HEADING = 9;

/** Cuts annotated text into paragraphs; empty ones are left out. */
export function paragraphsOf(annotated: string): DocsParagraph[] {
  const texts = annotated
    .split('\n')
    .map((line) => line.replace(STRUCTURE, '').trim())
    .filter((line) => line !== '');
  return texts.map((text, index) => ({ text, heading: looksLikeHeading(text, texts[index + 1]) }));
}

/** The annotated text does not tell headings: a short line without an end, before a longer one. */
function looksLikeHeading(text: string, next: string | undefined): boolean {
  if (next === undefined || /[.!?:;,\u2026]$/.test(text)) return false;
  return text.split(/\s+/).length <= MOST_WORDS_OF_A_HEADING && next.length > text.length * 1.5;
}

/** Without white space and with plain quotes and dashes, as both layers can be compared. */
function plain(text: string): string {
  return text
    .replace(STRUCTURE, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * Finds painted runs in paragraphs. Only what is in view is painted, so the runs are matched in reading order and
 * what lies between may be anything; a run that is found nowhere (a page number, a header) is left out. Beside each
 * other in a table, paragraphs are painted line by line in turn: each goes on where its own last line ended.
 */
export function placeRuns<R extends PaintedRun>(
  paragraphs: readonly DocsParagraph[],
  runs: readonly R[],
): PlacedRun<R>[] {
  const squeezed = paragraphs.map(({ text }) => squeeze(text));
  const placed: PlacedRun<R>[] = [];
  /** Where the painted part of each paragraph ends so far. */
  const ends = new Map<number, number>();
  let last = 0;
  for (const run of runs) {
    const wanted = plain(run.label);
    if (wanted === '') continue;
    const found = goesOn(squeezed, wanted, ends) ?? find(squeezed, wanted, last, ends.get(last) ?? 0);
    if (!found) continue;
    placed.push({ run, paragraph: found.paragraph, at: squeezed[found.paragraph]!.offsets[found.at]! });
    ends.set(found.paragraph, found.at + wanted.length);
    last = Math.max(last, found.paragraph);
  }
  return placed;
}

/** The place in a paragraph that was begun where `wanted` is what comes next. */
function goesOn(
  paragraphs: readonly Squeezed[],
  wanted: string,
  ends: ReadonlyMap<number, number>,
): { paragraph: number; at: number } | null {
  for (const [paragraph, at] of [...ends].reverse()) {
    if (paragraphs[paragraph]!.text.startsWith(wanted, at)) return { paragraph, at };
  }
  return null;
}

interface Squeezed {
  text: string;
  /** Offset in the paragraph of each squeezed character. */
  offsets: number[];
}

function squeeze(text: string): Squeezed {
  const offsets: number[] = [];
  let squeezed = '';
  for (let index = 0; index < text.length; index++) {
    const character = plain(text[index]!);
    if (character === '') continue;
    squeezed += character;
    offsets.push(index);
  }
  return { text: squeezed, offsets };
}

function find(
  paragraphs: readonly Squeezed[],
  wanted: string,
  first: number,
  from: number,
): { paragraph: number; at: number } | null {
  for (let paragraph = first; paragraph < paragraphs.length; paragraph++) {
    const at = paragraphs[paragraph]!.text.indexOf(wanted, paragraph === first ? from : 0);
    if (at >= 0) return { paragraph, at };
  }
  return null;
}
