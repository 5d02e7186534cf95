// A proxy that lets nothing leave the machine and keeps a list of what tried to.
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface LoggingProxy {
  port: number;
  /** Addresses that were asked for and are not of this machine. */
  refused: string[];
  close(): Promise<void>;
}

/** Starts the proxy. @param hosts names that are answered by a port of this machine */
export async function startProxy(hosts: Readonly<Record<string, number>>): Promise<LoggingProxy> {
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const portOf = (host: string, port: number) =>
    hosts[host] ?? (host === 'localhost' || host === '127.0.0.1' ? port : null);
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://unknown');
    const port = portOf(url.hostname, Number(url.port || 80));
    if (port === null) {
      refused.push(url.href);
      outgoing.writeHead(502).end();
      return;
    }
    const passed = request(
      {
        host: '127.0.0.1',
        port,
        path: url.pathname + url.search,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (incoming, socket) => {
    const [host = '', port = '443'] = (incoming.url ?? '').split(':');
    const target = portOf(host, Number(port));
    if (target === null) {
      refused.push(`https://${incoming.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const through = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
