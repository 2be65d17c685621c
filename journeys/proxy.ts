import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { freePort } from './ports.ts';

/** A proxy as there is in front of several apis: in turn, among those whose `/readyz` said yes a moment ago. */
export async function openProxy(): Promise<{ url: string; lead(urls: string[]): Promise<void> }> {
  const agent = new Agent({ keepAlive: true, timeout: 3_000 });
  let behind: string[] = [];
  let ready: string[] = [];
  let turn = 0;
  const next = () => new URL(ready[turn++ % ready.length] ?? 'http://127.0.0.1:9');
  const look = async () => {
    const found = await Promise.all(behind.map(isReady));
    ready = behind.filter((_, index) => found[index]);
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
  const watch = setInterval(() => void look(), 100);
  onTestFinished(() => {
    clearInterval(watch);
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  return {
    url: await listening(server),
    async lead(urls) {
      behind = urls;
      await look();
    },
  };
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
