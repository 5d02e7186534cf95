// Builds the pages of the real editors where they are stale, and serves them on a free port of this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ensurePackages, isFresh, root } from '../../../scripts/setup.mjs';

const source = join(root, 'tests/editors/engines');
const output = join(root, '.output/engines');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface Served {
  /** `http://localhost:<port>` */
  origin: string;
  port: number;
  close(): Promise<void>;
}

/** Installs the engines and builds their pages where that is due. @throws where it fails */
export function buildEngines(): void {
  ensurePackages(source);
  if (!isFresh(join(output, 'reader.js'), ['tests/editors/engines', 'src/page'])) {
    const built = spawnSync('node', ['build.mjs'], { cwd: source, stdio: 'inherit' });
    if (built.status !== 0) throw new Error('the pages of the editors could not be built');
  }
}

/** Serves one page an engine: `/<engine>/?in=<surrounding>&passage=<text>`. */
export async function serveEngines(): Promise<Served> {
  buildEngines();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = normalize(join(output, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!file.startsWith(output) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
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
