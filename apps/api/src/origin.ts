import { Forbidden } from '@groundwork/features/errors';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a change that another site's page asked for (cross-site request forgery): an unsafe request carries an Origin
 * of this very host. Where there is none, what the browser says of where it was asked from is believed, which no page can
 * make it say. Who says nothing is heard without a session, which alone gives rights to abuse: a program, or mail
 * programs' one-click unsubscribe (RFC 8058), which carries a sealed link instead.
 */
export async function refuseForeignOrigins(request: FastifyRequest): Promise<void> {
  if (SAFE.has(request.method) || isOwn(request)) return;
  throw new Forbidden('foreign-origin');
}

function isOwn({ headers, host, routeOptions }: FastifyRequest): boolean {
  const { origin, referer, cookie, 'sec-fetch-site': site } = headers;
  if (origin !== undefined) return hostOf(origin) === host;
  if (routeOptions.config.who === 'link') return true;
  if (site !== undefined) return site === 'same-origin';
  // Two that read cookies may differ about one that is written oddly (`session =…`).
  return !cookie?.includes('session') || hostOf(referer ?? '') === host;
}

/** A socket carries the cookie whatever page opens it, and no browser asks before: it must come from this very host. */
export async function refuseForeignSockets({ headers: { origin }, host }: FastifyRequest): Promise<void> {
  if (origin === undefined || hostOf(origin) !== host) throw new Forbidden('foreign-origin');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
