// Tint and a straight underline on the words that led to a hint, while its card is open. Page text is tinted by
// the CSS Custom Highlight API, which adds nothing to the document; elsewhere a line of ours is drawn under it.
import { draw } from './draw.ts';

const NAME = 'staffwise-evidence';
const rule = (tint: string, edge: string) =>
  `::highlight(${NAME}) { background-color: ${tint}; text-decoration: underline 2px ${edge}; text-underline-offset: 3px; }`;
const RULES = { light: rule('#fdeee5', '#eeb592'), dark: rule('#34241a', '#7a4a2b') };

/** Shows evidence; gives the function that takes it away. */
export function showEvidence(range: Range | null, scheme: 'light' | 'dark'): (() => void) | null {
  const document = range?.startContainer.ownerDocument;
  const view = document?.defaultView as (Window & typeof globalThis) | null | undefined;
  // A highlight's rule must stand where the text does; a page's shadow root is not ours to add it to.
  if (!range || !document || !view || range.startContainer.getRootNode() !== document) return null;
  const { CSS, Highlight, CSSStyleSheet, StaticRange } = view;
  if (!CSS.highlights) return null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES[scheme]);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  CSS.highlights.set(NAME, new Highlight(new StaticRange(range)));
  return () => {
    CSS.highlights.delete(NAME);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** The same by lines under `rects`, drawn into a group whose corner is at `origin`. */
export function drawEvidence(group: HTMLElement, origin: DOMRect, rects: readonly DOMRect[]): () => void {
  const lines = rects.map((rect) => {
    const line = draw(group.ownerDocument, 'span', { class: 'trace' });
    line.style.width = `${rect.width}px`;
    line.style.translate = `${rect.left - origin.left}px ${rect.bottom - origin.top}px`;
    group.append(line);
    return line;
  });
  return () => {
    for (const line of lines) line.remove();
  };
}
