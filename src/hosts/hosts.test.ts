import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostOf, hosts, unreadableAt } from './index.ts';

const root = join(import.meta.dirname, '../..');
/** A page that says nothing of itself. */
const bare = { querySelector: () => null, querySelectorAll: () => [], body: null, title: 'Title' } as never;

describe('hosts', () => {
  it('stand one a file in this folder, each with a page in tests/editors', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((name) => !/^(?:index|host)\.|\.test\./.test(name))
      .map((name) => name.replace('.ts', ''));
    expect(hosts.map(({ id }) => id).sort()).toEqual(files.sort());
    for (const id of files.filter((name) => name !== 'generic')) {
      expect(existsSync(join(root, `tests/editors/engines/hosts/${id}.html`)), id).toBe(true);
    }
  });

  it.each([
    ['https://acme.atlassian.net/browse/PAY-1', 'jira', 'https://acme.atlassian.net/PAY-1'],
    [
      'https://acme.atlassian.net/jira/software/projects/PAY/boards/1?selectedIssue=PAY-1',
      'jira',
      'https://acme.atlassian.net/PAY-1',
    ],
    [
      'https://acme.atlassian.net/wiki/spaces/PAY/pages/99/A-title',
      'confluence',
      'https://acme.atlassian.net/99',
    ],
    [
      'https://acme.atlassian.net/wiki/spaces/PAY/pages/edit-v2/99',
      'confluence',
      'https://acme.atlassian.net/99',
    ],
    ['https://github.com/acme/billing/pull/8/files', 'github', 'https://github.com/acme/billing/pull/8'],
    [
      'https://github.com/acme/billing/pull/8#issuecomment-1',
      'github',
      'https://github.com/acme/billing/pull/8',
    ],
    ['https://docs.google.com/document/d/abc/edit?tab=t.1', 'google-docs', 'abc/t.1'],
    ['https://docs.google.com/document/u/1/d/abc/edit', 'google-docs', 'abc/'],
    [
      'https://docs.google.com/spreadsheets/d/abc/edit',
      'generic',
      'https://docs.google.com/spreadsheets/d/abc/edit',
    ],
    ['https://example.org/a?b=c', 'generic', 'https://example.org/a'],
  ])('%s is of %s, and names its document %s', (address, id, document) => {
    const url = new URL(address);
    const host = hostOf(url, bare);
    expect(host.id).toBe(id);
    expect(host.documentId(url, bare)).toBe(document);
  });

  it.each([
    ['https://docs.google.com/spreadsheets/d/abc/edit', 'sheet'],
    ['https://acme.sharepoint.com/:x:/r/sites/a/b.xlsx', 'sheet'],
    ['https://docs.google.com/presentation/d/abc/edit', 'slides'],
    ['https://www.figma.com/design/abc', 'shapes'],
    ['https://docs.google.com/document/d/abc/edit', undefined],
    ['https://example.org/?next=https://docs.google.com/spreadsheets/', undefined],
  ])('%s cannot be read because of: %s', (address, reason) => {
    expect(unreadableAt(address)).toBe(reason);
  });
});
