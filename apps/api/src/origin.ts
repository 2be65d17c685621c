import { Forbidden } from '@groundwork/features/errors';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a change that another site's page asked for (cross-site request forgery): an unsafe request must carry
 * an Origin of this very host. Mail programs' one-click unsubscribe (RFC 8058) sends none, and carries a sealed
 * link instead of a cookie, so a route held by a link may be knocked at without one.
 */
export async function refuseForeignOrigins(request: FastifyRequest): Promise<void> {
  if (SAFE.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined && request.routeOptions.config.who === 'link') return;
  if (origin === undefined || hostOf(origin) !== request.host) throw new Forbidden('foreign-origin');
}

/** A socket carries the cookie whatever page opens it, and no browser asks before: it must come from this very host. */
export async function refuseForeignSockets({ headers: { origin }, host }: FastifyRequest): Promise<void> {
  if (origin === undefined || hostOf(origin) !== host) throw new Forbidden('foreign-origin');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
