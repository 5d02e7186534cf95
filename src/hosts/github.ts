// GitHub: the React pages and the old ones (research: host-pages.md 5).
import type { Kind } from '../engine/types.ts';
import { type Host, metaOf, textOf } from './host.ts';

const KINDS_BY_PATH: readonly [pattern: RegExp, kind: Kind][] = [
  [/^\/[^/]+\/[^/]+\/pull\/\d+\/(?:files|changes)/, 'review-comment'],
  [/^\/[^/]+\/[^/]+\/(?:pull\/|compare\b)/, 'pull-request'],
  [/^\/[^/]+\/[^/]+\/issues\//, 'ticket'],
];
/** Where something is said of a change, and not of the whole. */
const REVIEW =
  '[data-marker-navigation-new-thread] *, [data-marker-id] *, [data-testid="review-thread"] *, .js-inline-comments-container *, textarea[name="comment[body]"]';
const BODY = '.markdown-body';
const COMMENT = '.react-issue-comment, .timeline-comment, .review-comment, [data-testid="issue-body"]';

export const github: Host = {
  id: 'github',
  name: 'GitHub',
  matches: (url) => url.hostname === 'github.com' || url.hostname === 'gist.github.com',
  documentId(url) {
    // The tabs of a pull request are one document.
    const [owner, repository, type, number] = url.pathname.split('/').slice(1);
    return `${url.origin}/${[owner, repository, type, number].filter(Boolean).join('/')}`;
  },
  title: (_url, document) =>
    textOf(
      document,
      '#issue_title, #pull_request_title, input[name="pull_request[title]"]',
      'input[aria-label="Add a title"]',
      '[data-testid="issue-title"]',
      'h1[data-component="PH_Title"] .markdown-title, [class^="prc-PageHeader-Title"] .markdown-title',
      '.js-issue-title',
    ) || document.title,
  kind: (url) => KINDS_BY_PATH.find(([pattern]) => pattern.test(url.pathname))?.[1] ?? 'unknown',
  // The class stands on a wrapper and on the body in it: the inner one has the text.
  rendered: (document) => [...document.querySelectorAll(BODY)].filter((body) => !body.querySelector(BODY)),
  mine(root) {
    const me = metaOf(root.ownerDocument, 'user-login');
    const author = root
      .closest(COMMENT)
      ?.querySelector('a[data-hovercard-type="user"], .author, [data-testid="avatar-link"]');
    const name = author?.getAttribute('href')?.split('/').at(-1) ?? author?.textContent?.trim();
    return me !== null && me !== '' && name === me;
  },
  surfaceKind(root) {
    if (!/\/pull\/\d+/.test(root.ownerDocument.location.pathname)) return undefined;
    return root.matches(REVIEW) ? 'review-comment' : undefined;
  },
  // Twins that GitHub keeps out of sight.
  excludes: (root) => root.matches('#pull_request_body_ghost, [id^="convert-to-issue-body"]'),
};
