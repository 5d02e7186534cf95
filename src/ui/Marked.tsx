// A text with the words that matched marked: tint and a rule, by element, never by HTML.
import { matchesIn } from '../notes/search.ts';

export function Marked({ text, typed }: { text: string; typed: string }) {
  const spans = typed ? matchesIn(text, typed) : [];
  const parts = spans.flatMap(({ start, end }, at) => [
    text.slice(spans[at - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
