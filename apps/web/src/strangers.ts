import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PAGE_LASTS, pageFor, type KeptPage } from './lib/freshness/kept.ts';
import type { WatchedRequest } from './lib/watching/watching.ts';

/**
 * What the pages remembered for strangers, once more at the door, by what was asked as it was asked: a thousand who come in
 * the same second cost one rendering, and no request of theirs is read any further. Nothing gets older by it.
 */
export function answerStranger(request: WatchedRequest, response: ServerResponse): boolean {
  if (!isStrangers(request)) return false;
  const key = keyOf(request);
  const known = pages.get(key);
  if (!known) {
    response.once('finish', () => keep(key, request.watched));
    return false;
  }
  request.watched = known;
  void show(known.page, request, response);
  return true;
}

type Known = NonNullable<WatchedRequest['watched']> & { page: KeptPage };
const pages = new LRUCache<string, Known>({ max: 300, ttlAutopurge: true, ttl: PAGE_LASTS });

function isStrangers({ method, headers }: IncomingMessage) {
  return method === 'GET' && headers.cookie === undefined && headers['if-none-match'] === undefined;
}

/** The language that a page is in is made of what was asked for. */
function keyOf({ url, headers }: IncomingMessage): string {
  const { host, 'x-forwarded-proto': scheme, 'accept-language': languages } = headers;
  return JSON.stringify([url, host, scheme, languages]);
}

function keep(key: string, watched: WatchedRequest['watched']) {
  if (!watched?.page) return;
  const ttl = watched.page.askedAt + PAGE_LASTS - performance.now();
  if (ttl > 0) pages.set(key, { ...watched, page: watched.page }, { ttl });
}

async function show(page: KeptPage, { headers }: IncomingMessage, response: ServerResponse) {
  const answer = await pageFor(page, headers['accept-encoding'] ?? '');
  response.writeHead(answer.status, answer.headers.flat()).end(answer.body);
}
