// From a hint to the words that a mark, its card and the panel show.
import type { Block, By, Hint } from '../engine/types.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import type { Source } from '../library/schema.ts';
import type { ListedHint } from '../platform/messages.ts';

const LONGEST_QUOTE = 80;
const LONGEST_LINE = 140;

/** The words of the passage that led to a hint, shortened at a word's end. */
export function quoteOf(text: string, start: number, end: number): string {
  const quote = text.slice(start, end).replace(/\s+/g, ' ').trim();
  if (quote.length <= LONGEST_QUOTE) return quote;
  const cut = quote.slice(0, LONGEST_QUOTE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}

/** Author, work and year in one line. */
export function sourceLine(source: Source): string {
  return [source.author, source.work, source.year].filter(Boolean).join(', ');
}

/** A source's link, unless it is not verified. */
export function sourceLink(source: Source): string | undefined {
  return source.unverified ? undefined : source.link;
}

/** What is shown of a hint in a block of a surface; null where its note is not in the library. */
export function listed(
  hint: Hint,
  block: Block,
  surface: string,
  by: By,
  library: GuidanceIndex,
): ListedHint | null {
  const note = library.noteOf(hint.note);
  const source = note?.source[0];
  if (!note || !source) return null;
  const quote = quoteOf(block.text, hint.start, hint.end);
  const filled = note.line.replace('{quote}', quote);
  return {
    surface,
    block: block.id,
    start: hint.start,
    end: hint.end,
    note: note.id,
    topic: library.topicName(note.topic),
    title: note.title,
    line: note.plain && filled.length > LONGEST_LINE ? note.plain : filled,
    quote,
    because: hint.reason.because || note.because,
    do: note.do,
    ask: note.ask,
    comment: note.comment,
    copy: note.paste ?? note.ask,
    copies: note.paste ? 'sentence' : 'question',
    source: sourceLine(source),
    link: sourceLink(source),
    own: library.isOwn(note.id),
    by,
    shown: hint.shown,
    place: hint.place,
    score: hint.score,
  };
}
