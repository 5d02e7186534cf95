// Jira Cloud. Anchors are test ids and ids: labels are translated (research: host-pages.md 1).
import { type Host, outermostOf, textOf } from './host.ts';

const TYPE =
  '[data-testid="issue-view-foundation.noneditable-issue-type.button"], [data-testid="issue.views.issue-base.foundation.change-issue-type.button"]';
const KEY = '[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"]';
/** What the type is called where it is an epic; projects may name it as they like. */
const EPIC = /epi[ck]|épico|epos|эпик|에픽|エピック|史诗/i;
const COMMENT = '[data-testid="issue.activity.comment"], [data-testid^="comment-base-item-"]';
const ISSUE_KEY = /[A-Z][A-Z0-9_]+-\d+/;

/** The issue that an address shows: as a page, or beside a board. */
export function issueKeyOf(url: URL): string | null {
  const selected = url.searchParams.get('selectedIssue');
  if (selected) return selected;
  return /\/(?:browse|issues)\/([A-Z][A-Z0-9_]+-\d+)/.exec(url.pathname)?.[1] ?? null;
}

export const jira: Host = {
  id: 'jira',
  name: 'Jira Cloud',
  matches: (url) => url.hostname.endsWith('.atlassian.net') && !url.pathname.startsWith('/wiki'),
  documentId(url, document) {
    const key = issueKeyOf(url) ?? ISSUE_KEY.exec(textOf(document, KEY))?.[0];
    return `${url.origin}/${key ?? url.pathname}`;
  },
  title: (_url, document) =>
    textOf(
      document,
      '#summary-field, input[name="summary"]',
      'h1[data-testid="issue.views.issue-base.foundation.summary.heading"]',
    ) || document.title,
  kind(_url, document) {
    const type = document.querySelector(TYPE);
    const name = `${type?.getAttribute('aria-label') ?? ''} ${type?.querySelector('img')?.alt ?? ''}`;
    return EPIC.test(name) ? 'epic' : 'ticket';
  },
  surfaceKind: (root) => (root.closest(COMMENT) ? 'chat' : undefined),
  rendered: (document) =>
    outermostOf(
      document,
      '[data-testid="issue.views.field.rich-text.description"] .ak-renderer-document, [data-testid^="issue-comment-base.ui.comment.ak-comment."][data-testid$="-body"]',
    ),
};
