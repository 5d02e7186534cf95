// Confluence, Cloud and Data Center (research: host-pages.md 3 and 4). Its pages say nothing of their kind:
// title, headings and text must.
import { type Host, hasMeta, metaOf, outermostOf, textOf } from './host.ts';

const pageIdOf = (url: URL) =>
  /\/pages\/(?:edit-v2\/)?(\d+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('pageId');

export const confluence: Host = {
  id: 'confluence',
  name: 'Confluence',
  matches: (url, document) =>
    (url.hostname.endsWith('.atlassian.net') && url.pathname.startsWith('/wiki')) ||
    document.body?.id === 'com-atlassian-confluence' ||
    hasMeta(document, 'confluence-base-url') ||
    hasMeta(document, 'ajs-confluence-flavour'),
  // The address first: after a move to a live document the page still names the one before.
  documentId: (url, document) =>
    `${url.origin}/${pageIdOf(url) ?? metaOf(document, 'ajs-page-id') ?? url.pathname}`,
  title: (_url, document) =>
    textOf(
      document,
      'textarea[name="editpages-title"]',
      'textarea[id^="livepages-title-"]',
      '#content-title',
      'h1#heading-title-text',
      '[data-testid="title-text"]',
      '#title-text',
    ) || document.title,
  kind: () => 'unknown',
  rendered: (document) =>
    outermostOf(
      document,
      '#main-content[data-testid="pageContentRendererTestId"] .ak-renderer-document, #main-content.wiki-content, .wiki-content',
    ),
  surfaceKind: (root) => (root.closest('[data-testid*="comment"], .comment-editor') ? 'chat' : undefined),
};
