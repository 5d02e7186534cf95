// Jira Data Center: at any address, known by its own marks (research: host-pages.md 2).
import { type Host, hasMeta, outermostOf, textOf } from './host.ts';
import { issueKeyOf } from './jira.ts';

export const jiraServer: Host = {
  id: 'jira-server',
  name: 'Jira Data Center',
  matches: (_url, document) => hasMeta(document, 'ajs-jira-base-url') || document.body?.id === 'jira',
  documentId: (url, document) =>
    `${url.origin}/${issueKeyOf(url) ?? (textOf(document, '#key-val') || url.pathname)}`,
  title: (_url, document) => textOf(document, '#summary-val', '#summary') || document.title,
  kind: (_url, document) =>
    /epic/i.test(
      document.querySelector('#type-val img')?.getAttribute('alt') ?? textOf(document, '#type-val'),
    )
      ? 'epic'
      : 'ticket',
  surfaceKind: (root) => (root.matches('#comment') || root.closest('#addcomment') ? 'chat' : undefined),
  rendered: (document) =>
    outermostOf(document, '#description-val .user-content-block, .activity-comment .action-body'),
  // Pickers of users and labels are text areas too.
  excludes: (root) => root.tagName === 'TEXTAREA' && !root.matches('.wiki-textfield, #description, #comment'),
};
