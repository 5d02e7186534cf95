// What a host is: a site that Staffwise knows.
import type { Kind } from '../engine/types.ts';

/** One site that Staffwise knows; every function reads the page and changes nothing. */
export interface Host {
  /** Short and stable: goes to the engine and into the table of hosts. */
  id: string;
  /** As the person calls it. */
  name: string;
  /** Whether an address belongs to this host. */
  matches(url: URL): boolean;
  /** What the host names the document by: issue key, page id, file id. The same document, the same string. */
  documentId(url: URL, document: Document): string;
  /** The document's title without the site's own additions. */
  title(url: URL, document: Document): string;
  /** The kind of document, as far as address and page say. */
  kind(url: URL, document: Document): Kind;
  /** Roots of rendered text worth reading, in document order. */
  rendered?(document: Document): Element[];
  /** Whether a rendered text is the person's own. Editors are always theirs to write, so never asked. */
  mine?(root: Element): boolean;
  /** The kind of a single surface, where it differs from the page's: a comment on an issue. */
  surfaceKind?(root: Element): Kind | undefined;
}
