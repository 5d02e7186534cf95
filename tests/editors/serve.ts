// Serves the pages of tests/editors: built from the real engines, one folder a page.
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { isFresh, root } from '../../scripts/setup.mjs';

const output = join(root, '.output/editors');
const source = join(root, 'tests/editors');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Names of the pages: every folder with an index.html. */
export function pageNames(): string[] {
  return readdirSync(source).filter((name) => existsSync(join(source, name, 'index.html')));
}

/** Builds the pages where a source is newer than the last build. */
export async function buildPages(): Promise<void> {
  const done = join(output, 'built');
  if (existsSync(done) && isFresh(join(done, 'index.html'), ['tests/editors', 'package-lock.json'])) return;
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: done,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(pageNames().map((name) => [name, join(source, name, 'index.html')])),
      },
    },
  });
  // Marks the build's time: the newest file decides whether it is fresh.
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(done, 'index.html'), pageNames().join('\n'));
}

/** A server of the built pages. */
export interface EditorServer {
  /** `http://localhost:<port>` */
  origin: string;
  port: number;
  close(): Promise<void>;
}

/** Builds what is stale and serves it on a free port of this machine. */
export async function serveEditors(): Promise<EditorServer> {
  await buildPages();
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(output, 'built', path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(output) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
