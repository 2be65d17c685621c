import { mayHoldSession } from '#lib/viewer/cookies.ts';

type Asked = { method: string; headers: Headers };

/**
 * Did another site's page ask for this change (cross-site request forgery)? An unsafe request carries the Origin of this
 * very address or of the public one. Text browsers, and old ones, send none: then what they say of where the form stood
 * is believed, which no page can make them say. One that says nothing is heard as long as it has no rights to abuse,
 * which only a session gives: a stranger's text browser, or a mail program's one-click unsubscribe (RFC 8058).
 */
export function isForeign({ method, headers }: Asked, ownOrigins: readonly string[]): boolean {
  if (safeMethods.has(method)) return false;
  const origin = headers.get('origin');
  if (origin !== null) return !ownOrigins.includes(origin);
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  if (!mayHoldSession(headers.get('cookie'))) return false;
  const referer = headers.get('referer') ?? '';
  return !URL.canParse(referer) || !ownOrigins.includes(new URL(referer).origin);
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
