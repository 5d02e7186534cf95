// Splits text into sentences.

/** A stretch of a text. Offsets are UTF-16, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n+/g;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|Dr|Mr|Mrs|Ms|Prof|No|Fig|Sec|St|[A-Z])\.$/;

/** The sentences of `text` in order, without surrounding white space; empty ones are left out. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, end - 10), end))) continue;
    push(end);
  }
  push(text.length);
  return spans;
}
