import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Failure, WatchedRequest } from './lib/watching/watching.ts';
import { largestBody } from './lib/uploads/limits.ts';
import { takesBody } from './bodies.ts';
import { answerStranger } from './strangers.ts';
import { visitorOf } from './visitors.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** One answer, as whoever watches hears of it: `route` is a pattern such as `/groups/[slug]`. */
type Answered = {
  method: string;
  route: string | undefined;
  status: number;
  seconds: number;
  failure: Failure | undefined;
};

// The built app reads these once, when it is loaded.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
process.env.BODY_SIZE_LIMIT = String(largestBody);
const built = (await import(new URL('../build/handler.js', import.meta.url).href)) as { handler: Handler };

/**
 * The web app as a Node request listener. Needs `build/` to be there, and API_URL and PUBLIC_URL in the
 * environment before this file is imported. Settles what the built app cannot know: who asks (TRUST_PROXY), by http or
 * https, and how much each route may be sent. `watch` hears of every answer once it is over.
 */
export function listenerWith(watch: (answer: Answered) => void): RequestListener {
  return (request, response) => {
    watchAnswer(request, response, watch);
    request.headers['x-forwarded-proto'] = protocolOf(request);
    request.headers['x-forwarded-for'] = visitorOf(request, trust);
    if (leadsElsewhere(request)) return refuseAddress(response);
    if (!takesBody(request, response)) return;
    if (answerStranger(request, response)) return;
    built.handler(request, response, () => response.writeHead(404).end());
  };
}

function watchAnswer(
  request: WatchedRequest,
  response: ServerResponse,
  watch: (answer: Answered) => void,
): void {
  const began = performance.now();
  response.once('close', () => {
    const { method = '', watched } = request;
    const seconds = (performance.now() - began) / 1000;
    watch({ method, route: watched?.route, status: response.statusCode, seconds, failure: watched?.failure });
  });
}

const trust = process.env.TRUST_PROXY ?? 'false';
const publicUrl = new URL(process.env.PUBLIC_URL || 'http://localhost:3000');

/** Whoever reaches us under the public name came by its scheme, whatever proxy stood between. */
function protocolOf({ headers, socket }: IncomingMessage): string {
  const forwarded = first(headers['x-forwarded-proto']);
  if (trust !== 'false' && (forwarded === 'http' || forwarded === 'https')) return forwarded;
  if (headers.host === publicUrl.host) return publicUrl.protocol.slice(0, -1);
  return 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
}

/** An address with steps up in it (`..`, `%2e%2e`, a backslash) is another one once it is tidied; no browser sends one. */
function leadsElsewhere({ url = '/' }: IncomingMessage): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return !path.startsWith('/') || path.includes('\\') || /\/(\.|%2e){1,2}(\/|$)/i.test(path);
}

function refuseAddress(response: ServerResponse) {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('There is no such address. / No existe esa dirección. / لا يوجد عنوان كهذا.\n');
}

function first(header: string | string[] | undefined) {
  return String(header ?? '')
    .split(',', 1)[0]
    ?.trim();
}
