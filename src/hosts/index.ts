// All hosts, the most particular first. To add one: a file here, a line below, a page under tests/editors/.
import { confluence } from './confluence.ts';
import { generic } from './generic.ts';
import { github } from './github.ts';
import { googleDocs } from './google-docs.ts';
import type { Host } from './host.ts';
import { jira } from './jira.ts';
import { jiraServer } from './jira-server.ts';

export const hosts: readonly Host[] = [googleDocs, confluence, jira, github, jiraServer, generic];

/** The host of a page; `generic` where none is known. */
export function hostOf(url: URL, document: Document): Host {
  return hosts.find((host) => host.matches(url, document)) ?? generic;
}

/** Pages whose text is in cells, on slides or in shapes: none of it can be read. The names are keys under `unread`. */
const UNREADABLE: readonly [address: RegExp, reason: string][] = [
  [/^https:\/\/docs\.google\.com\/spreadsheets\//, 'sheet'],
  [/^https:\/\/[\w-]+\.sharepoint\.com\/:x:\//, 'sheet'],
  [/^https:\/\/docs\.google\.com\/presentation\//, 'slides'],
  [/^https:\/\/(?:www\.)?figma\.com\//, 'shapes'],
];

/** Why a page at this address cannot be read; undefined where it may be. */
export function unreadableAt(address: string): string | undefined {
  return UNREADABLE.find(([pattern]) => pattern.test(address))?.[1];
}

export type { Host };
