import { problem, Refusal } from '@groundwork/features/errors';
import type { ConnectionError } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Answers what is no request of HTTP, has a head that is too long, or takes too long to come, before there is a request
 * that anything else could answer. Nothing of it was read, its language neither.
 */
export function answerUnread({ code }: ConnectionError, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = REFUSALS[code] ?? new Refusal(400, { code: 'malformed' });
  const body = JSON.stringify(problem(refusal, 'en'));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    ...['Connection: close', 'Content-Type: application/problem+json', 'Cache-Control: no-store'],
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

const REFUSALS: Partial<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: new Refusal(431, { code: 'too-large' }),
  ERR_HTTP_REQUEST_TIMEOUT: new Refusal(408, { code: 'malformed' }),
};
