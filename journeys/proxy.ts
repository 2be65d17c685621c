import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { freePort } from './ports.ts';

const BETWEEN_LOOKS_MS = 100;

/**
 * A proxy as there is in front of several apis: in turn, among those whose `/readyz` said yes a moment ago. Each is
 * looked at by itself, one look after the other: a slow one makes what is known of its neighbour no older.
 */
export async function openProxy(): Promise<{
  url: string;
  /** Resolves once each of them is ready. */
  lead(urls: string[]): Promise<void>;
}> {
  const agent = new Agent({ keepAlive: true, timeout: 3_000 });
  const watched = new Map<string, Watch>();
  let turn = 0;
  const next = () => {
    const ready = [...watched].filter(([, watch]) => watch.isReady).map(([url]) => url);
    return new URL(ready[turn++ % ready.length] ?? 'http://127.0.0.1:9');
  };
  const server = createServer((asked, answer) => {
    const { hostname, port } = next();
    const { method, url: path, headers } = asked;
    const passed = request({ hostname, port, method, path, headers, agent }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  server.on('upgrade', (asked: IncomingMessage, client) => {
    const { hostname, port } = next();
    const wire = connect(Number(port), hostname, () => {
      wire.write(`GET ${asked.url ?? '/'} HTTP/1.1\r\n${asked.rawHeaders.map(asHeader).join('')}\r\n`);
      wire.pipe(client).pipe(wire);
    });
    wire.on('error', () => client.destroy());
    client.on('error', () => wire.destroy());
  });
  onTestFinished(() => {
    for (const watch of watched.values()) watch.isOver = true;
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  return {
    url: await listening(server),
    async lead(urls) {
      for (const url of urls) if (!watched.has(url)) watched.set(url, watchOver(url));
      while (!urls.every((url) => watched.get(url)?.isReady)) await pause(BETWEEN_LOOKS_MS);
    },
  };
}

type Watch = { isReady: boolean; isOver: boolean };

function watchOver(url: string): Watch {
  const watch: Watch = { isReady: false, isOver: false };
  const look = async () => {
    while (!watch.isOver) {
      watch.isReady = await isReady(url);
      await pause(BETWEEN_LOOKS_MS);
    }
  };
  void look();
  return watch;
}

function asHeader(part: string, index: number) {
  return index % 2 === 0 ? `${part}: ` : `${part}\r\n`;
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function listening(server: Server) {
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${port}`;
}
