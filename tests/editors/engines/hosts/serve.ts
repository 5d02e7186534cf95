// Serves the pages of hosts under their real names, over TLS, with the policies that those hosts send.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { root } from '../../../../scripts/setup.mjs';
import { buildEngines } from '../serve.ts';

const output = join(root, '.output/engines/hosts');
const keys = join(root, 'tests/editors/engines/hosts');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const POLICIES: Record<string, string> = {
  github: STRICT,
  'github-discussion': STRICT,
  jira: STRICT,
  confluence: STRICT,
  'google-docs': STRICT,
};

/** Names under which the pages are served. */
export const HOST_NAMES = [
  'acme.atlassian.net',
  'jira.example.org',
  'github.com',
  'docs.google.com',
] as const;

function pageOf(host: string, path: string): string {
  if (host === 'acme.atlassian.net') return path.startsWith('/wiki') ? 'confluence' : 'jira';
  if (host === 'jira.example.org') return 'jira-server';
  if (host === 'docs.google.com') return 'google-docs';
  return path.includes('/discussions/') ? 'github-discussion' : 'github';
}

/** Serves them on one free port; the browser is told that every name is there. */
export async function serveHosts(): Promise<{ port: number; close(): Promise<void> }> {
  buildEngines();
  const server = createServer(
    { key: readFileSync(join(keys, 'key.pem')), cert: readFileSync(join(keys, 'cert.pem')) },
    (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'https://unknown');
      if (pathname.endsWith('/export')) {
        response.writeHead(200, { 'content-type': 'text/markdown' });
        response.end('# Billing\n\nInvoices come out of a nightly job that has grown since 2016.\n');
        return;
      }
      const asked = normalize(join(output, pathname));
      const page = pageOf(request.headers.host ?? '', pathname);
      const isFile = asked.startsWith(output) && existsSync(asked) && statSync(asked).isFile();
      const file = isFile ? asked : join(output, page, 'index.html');
      const policy = POLICIES[page];
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        ...(policy && { 'content-security-policy': policy }),
      });
      response.end(readFileSync(file));
    },
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
