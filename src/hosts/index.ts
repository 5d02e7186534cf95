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

export type { Host };
