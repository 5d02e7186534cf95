// Any page that a person turned on: read by its editor, nothing known of the site.
import { type Host, outermostOf } from './host.ts';

export const generic: Host = {
  id: 'generic',
  name: 'Any other page',
  matches: () => true,
  documentId: (url) => url.origin + url.pathname,
  title: (_url, document) => document.title,
  kind: () => 'unknown',
  rendered(document) {
    for (const selector of ['article', 'main, [role="main"]']) {
      const found = outermostOf(document, selector);
      if (found.length > 0) return found;
    }
    return document.body ? [document.body] : [];
  },
};
