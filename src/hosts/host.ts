// What a host is: a site that Staffwise knows.
import type { Kind } from '../engine/types.ts';

/** One site that Staffwise knows; every function reads the page and changes nothing. */
export interface Host {
  /** Short and stable: goes to the engine and into the table of hosts. */
  id: string;
  /** As the person calls it. */
  name: string;
  /** Whether a page belongs to this host: by its address, or by its own marks where it has no fixed one. */
  matches(url: URL, document: Document): boolean;
  /** What the host names the document by: issue key, page id, file id. The same document, the same string. */
  documentId(url: URL, document: Document): string;
  /** The document's title without the site's own additions. */
  title(url: URL, document: Document): string;
  /** The kind of document, as far as address and page say. */
  kind(url: URL, document: Document): Kind;
  /** Roots of rendered text worth reading when the person asks, in document order, none inside another. */
  rendered(document: Document): Element[];
  /** The root of a document that is painted, not made of elements. */
  painted?(document: Document): Element | null;
  /** Frames in which the host takes keys that belong to the text elsewhere. */
  keyFrames?(document: Document): HTMLIFrameElement[];
  /** Whether a rendered text is the person's own. What they write in an editor always is. */
  mine?(root: Element): boolean;
  /** The kind of one surface, where it differs from the page's: a review comment on a pull request. */
  surfaceKind?(root: Element): Kind | undefined;
  /** Fields of the host that take names, labels or queries, no prose. */
  excludes?(root: Element): boolean;
}

/** The text of the first element that one of `selectors` finds, in their order. */
export function textOf(document: Document, ...selectors: string[]): string {
  for (const selector of selectors) {
    const found = document.querySelector(selector);
    const text = found && 'value' in found ? String(found.value) : found?.textContent;
    if (text?.trim()) return text.replace(/\s+/g, ' ').trim();
  }
  return '';
}

/** Elements that match, without those inside another that does. */
export function outermostOf(document: Document, selector: string): Element[] {
  const found = [...document.querySelectorAll(selector)];
  return found.filter((element) => !element.parentElement?.closest(selector));
}

/** Whether a page says something of itself in its head. */
export function hasMeta(document: Document, name: string): boolean {
  return metaOf(document, name) !== null;
}

/** What a page says of itself under a name. */
export function metaOf(document: Document, name: string): string | null {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? null;
}
