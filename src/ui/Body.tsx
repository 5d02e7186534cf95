// The body of a note. The Markdown parser comes after the first frame; until then its paragraphs stand as they are.
import { type Signal, signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

const parser: Signal<FunctionComponent<{ text: string }> | null> = signal(null);

/** Fetches the parser; called when a page has drawn its first frame, or a note is opened. */
export async function prepareBody(): Promise<void> {
  parser.value ??= (await import('./markdown.tsx')).default;
}

/** Draws a note's Markdown. */
export function Body({ text }: { text: string }) {
  const Parsed = parser.value;
  if (Parsed) return <Parsed text={text} />;
  void prepareBody();
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
