// Any page that a person turned on: read by its editor, nothing known of the site.
import type { Host } from './host.ts';

export const generic: Host = {
  id: 'generic',
  name: 'Any other page',
  matches: () => true,
  documentId: (url) => url.origin + url.pathname,
  title: (_url, document) => document.title,
  kind: () => 'unknown',
};
