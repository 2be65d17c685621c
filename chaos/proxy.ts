import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answersReady } from './processes.ts';
import { listen } from './ports.ts';

const LOOK_EVERY_MS = 250;

/** The proxy before the apis: takes them in turn, leaves out those that do not say they are ready. */
export type Proxy = { url: string; close(): void };

type Place = { url: string; isReady: boolean };

/** Opens a proxy to `urls`, for HTTP and WebSockets. With nobody behind it answers 503. */
export async function openProxy(urls: string[]): Promise<Proxy> {
  const places: Place[] = urls.map((url) => ({ url, isReady: false }));
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const next = turns(places);
  const server = createServer((request, response) =>
    pass(request, response, { next, agent, left: places.length }),
  );
  server.on('upgrade', (request, socket, head: Buffer) => joinSocket(request, socket, head, next));
  const port = await listen(server);
  const looks = places.map((place) => {
    let isLooking = false;
    return setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      void answersReady(place.url).then((isReady) => {
        place.isReady = isReady;
        isLooking = false;
      });
    }, LOOK_EVERY_MS);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      looks.forEach(clearInterval);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

/** The next that is ready, in turn. */
function turns(places: Place[]) {
  let turn = 0;
  return () => {
    const ready = places.filter(({ isReady }) => isReady);
    turn += 1;
    return ready[turn % ready.length]?.url;
  };
}

type Passing = { next: () => string | undefined; agent: Agent; left: number };

/** Only who could not be reached at all is passed over: what was sent may have been done. */
function pass(request: IncomingMessage, response: ServerResponse, { next, agent, left }: Passing) {
  const place = next();
  if (!place) return sayAway(response);
  const { method, headers, url } = request;
  const onward = ask(new URL(url ?? '/', place), { method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) return response.destroy();
    const isUnreached = error.code === 'ECONNREFUSED' && !request.readableDidRead;
    if (isUnreached && left > 1) return pass(request, response, { next, agent, left: left - 1 });
    sayAway(response);
  });
  response.on('close', () => !response.writableFinished && onward.destroy());
  request.pipe(onward);
}

function sayAway(response: ServerResponse) {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain', 'x-door': 'nobody' });
  response.end('Nobody is ready.');
}

function joinSocket(request: IncomingMessage, socket: Duplex, head: Buffer, next: () => string | undefined) {
  socket.on('error', () => {});
  const place = next();
  if (!place) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
  const onward = ask(new URL(request.url ?? '/', place), { headers: request.headers });
  onward.on('upgrade', (answer, far, first: Buffer) => {
    const lines = answer.rawHeaders.flatMap((name, at, all) =>
      at % 2 ? [] : [`${name}: ${all[at + 1] ?? ''}`],
    );
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(first);
    far.write(head);
    far.pipe(socket).pipe(far);
    far.on('error', () => socket.destroy());
    far.on('close', () => socket.destroy());
    socket.on('close', () => far.destroy());
  });
  onward.on('response', ({ statusCode = 502 }) => {
    socket.end(`HTTP/1.1 ${statusCode} Refused\r\nconnection: close\r\n\r\n`);
  });
  onward.on('error', () => socket.destroy());
  onward.end();
}
