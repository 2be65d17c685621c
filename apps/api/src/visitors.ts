import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';

/**
 * The address of whoever asks, for limits: the one that connects, unless TRUST_PROXY believes that one to be a proxy,
 * or it is our own web, which says for whom it asks. A web in our own process proves itself by `webKey`, since from
 * the machine itself others connect as well: Tor, for an onion service, or a proxy that passes on what visitors write.
 */
export function visitorAddress(request: FastifyRequest, webKey: string | undefined): string {
  const { headers, socket } = request;
  const direct = socket.remoteAddress ?? '';
  if (webKey && isKey(headers['x-web-key'], webKey)) return String(headers['x-forwarded-for'] ?? direct);
  return isOnion(headers.host) ? direct : request.ip;
}

/** Who comes by Tor has no address, whatever they say of themselves. */
function isOnion(host: string | undefined) {
  return /\.onion(:\d+)?$/i.test(host ?? '');
}

function isKey(given: string | string[] | undefined, key: string) {
  const [offered, expected] = [Buffer.from(String(given ?? '')), Buffer.from(key)];
  return offered.length === expected.length && timingSafeEqual(offered, expected);
}
