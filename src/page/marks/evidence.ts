// Tint and a straight underline on the words that led to a hint. Page text is tinted by the CSS Custom Highlight
// API, which adds nothing to the document; elsewhere, while a card is open, a line of ours is drawn under it.
import { draw } from './draw.ts';

const EVIDENCE = 'staffwise-evidence';
const UNDERLINE = 'staffwise-underline';
/** Names under which text is highlighted. */
export const HIGHLIGHTS = [EVIDENCE, UNDERLINE] as const;
const COLORS = {
  light: { tint: '#fdeee5', edge: '#eeb592' },
  dark: { tint: '#34241a', edge: '#7a4a2b' },
};
type Scheme = keyof typeof COLORS;

const line = (edge: string) => `text-decoration: underline 2px ${edge}; text-underline-offset: 3px;`;

/** Shows the evidence of an open card; gives the function that takes it away, or null where the text is not the page's own. */
export function showEvidence(range: Range | null, scheme: Scheme): (() => void) | null {
  const { tint, edge } = COLORS[scheme];
  return range && highlight(EVIDENCE, [range], `background-color: ${tint}; ${line(edge)}`);
}

/** Underlines the evidence of all marks; gives the function that takes it away. */
export function underline(ranges: readonly Range[], scheme: Scheme): (() => void) | null {
  return highlight(UNDERLINE, ranges, line(COLORS[scheme].edge));
}

/** Our rules in each document, by name: set once, taken away when Staffwise leaves. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

function setRule(document: Document, name: string, style: string): void {
  const ours = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, ours);
  const rule = `::highlight(${name}) { ${style} }`;
  const known = ours.get(name);
  if (known) return void known.replaceSync(rule);
  const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(rule);
  ours.set(name, sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Takes every rule of ours out of a document. */
export function forgetHighlights(document: Document): void {
  const ours = new Set(sheets.get(document)?.values());
  if (ours.size === 0) return;
  sheets.delete(document);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
}

function highlight(name: string, ranges: readonly Range[], style: string): (() => void) | null {
  const document = ranges[0]?.startContainer.ownerDocument;
  const view = document?.defaultView as (Window & typeof globalThis) | null | undefined;
  if (!document || !view?.CSS.highlights) return null;
  // A highlight's rule must stand where the text does; a page's shadow root is not ours to add it to.
  const own = ranges.filter((range) => range.startContainer.getRootNode() === document);
  if (own.length === 0) return null;
  setRule(document, name, style);
  const drawn = new view.Highlight();
  for (const range of own) drawn.add(new view.StaticRange(range));
  view.CSS.highlights.set(name, drawn);
  return () => void view.CSS.highlights.delete(name);
}

/** The same by lines under `rects`, drawn into a group whose corner is at `origin`. */
export function drawEvidence(group: HTMLElement, origin: DOMRect, rects: readonly DOMRect[]): () => void {
  const lines = rects.map((rect) => {
    const trace = draw(group.ownerDocument, 'span', { class: 'trace' });
    trace.style.width = `${rect.width}px`;
    trace.style.translate = `${rect.left - origin.left}px ${rect.bottom - origin.top}px`;
    group.append(trace);
    return trace;
  });
  return () => {
    for (const trace of lines) trace.remove();
  };
}
