/** Says something to those who hear the page, politely; silent where the browser cannot. */
export function announce(document: Document, words: string): void {
  if ('ariaNotify' in document) (document as { ariaNotify(words: string): void }).ariaNotify(words);
}
