// Google Docs. Its text is painted: it is read by the layers of src/page/docs, not from elements.
import { type Host, textOf } from './host.ts';

export const googleDocs: Host = {
  id: 'google-docs',
  name: 'Google Docs',
  matches: (url) => url.hostname === 'docs.google.com' && url.pathname.startsWith('/document/'),
  documentId: (url) =>
    `${/\/document\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url.pathname)?.[1] ?? url.pathname}/${url.searchParams.get('tab') ?? ''}`,
  title: (_url, document) =>
    textOf(document, '.docs-title-input') || document.title.replace(/ - Google Docs$/, ''),
  kind: () => 'unknown',
  rendered: () => [],
  // What is said there is said of a part, and not of the whole.
  surfaceKind: (root) => (root.matches('.docos-input-textarea') ? 'review-comment' : undefined),
  painted: (document) => document.querySelector('.kix-appview-editor'),
  // Docs takes keys in a frame of its own, whose text is no text of the document.
  keyFrames: (document) => [...document.querySelectorAll<HTMLIFrameElement>('.docs-texteventtarget-iframe')],
  excludes: (root) =>
    root.ownerDocument.defaultView?.frameElement?.matches('.docs-texteventtarget-iframe') === true ||
    root.matches('.docs-title-input'),
};
