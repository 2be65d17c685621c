import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyLimit, isOfLists } from './lib/uploads/limits.ts';
import { mayHoldSession } from './lib/viewer/cookies.ts';

/** Bytes that are read and forgotten, so that a member's browser shows why their list is refused: twice the longest list. */
const MOST_HEARD_OUT = 64 * 1_048_576;

/** What else is read of a body of unannounced length once it was answered, and for how long. */
const MOST_AFTER_ANSWER = 2 * 1_048_576;
const LONGEST_AFTER_ANSWER_MS = 2_000;

/**
 * Whether anybody is to answer this request, by how long its body says to be: one that is too long for its path is refused
 * here (413), and so that it costs little. A browser reads no answer before it has sent what it began to send, unless the
 * connection is closed on it, and then it often shows an error of its own. So a member who chose a list somewhat too long
 * is heard out, and their page says what to do; the page itself refuses by the announced length. Whoever sends far more,
 * has no session, or announces no length and sends on after the answer, chose no file by mistake, or would wait long for
 * the sentence: they are answered at once and cut off.
 */
export function takesBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers['transfer-encoding']) cutOnceAnswered(request, response);
  if (!isTooLarge(request)) return true;
  if (!isList(request)) {
    refuse(response);
    return false;
  }
  if (announced(request) <= MOST_HEARD_OUT && mayHoldSession(request.headers.cookie ?? null))
    request.resume();
  else response.setHeader('connection', 'close');
  return true;
}

/** A body of unannounced length may be as long as the route allows: the built app counts it against what is said here. */
function isTooLarge(request: IncomingMessage): boolean {
  const { headers, url = '/' } = request;
  const limit = bodyLimit(url.split('?', 1)[0] ?? '/', headers['content-type']);
  if (headers['transfer-encoding']) headers['content-length'] = String(limit);
  return announced(request) > limit;
}

function announced({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

function isList({ method, headers, url = '/' }: IncomingMessage): boolean {
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
  return method === 'POST' && isForm && isOfLists(url.split('?', 1)[0] ?? '/');
}

/**
 * Node would read on, and forget, for as long as somebody sends. Who sends a form in pieces, as no browser does, and is about to
 * end it, is heard out, or the connection would break before they read the answer.
 */
function cutOnceAnswered(request: IncomingMessage, response: ServerResponse) {
  const { socket } = request;
  response.once('finish', () => {
    const most = { bytes: socket.bytesRead + MOST_AFTER_ANSWER, at: Date.now() + LONGEST_AFTER_ANSWER_MS };
    const looking = setInterval(() => {
      if (request.complete || socket.destroyed) return clearInterval(looking);
      if (socket.bytesRead > most.bytes || Date.now() > most.at) socket.destroy();
    }, 5).unref();
  });
}

function refuse(response: ServerResponse) {
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(
    'That is too big to send. / Es demasiado grande para enviarlo. / الحجم أكبر مما يمكن إرساله.\n',
  );
}
