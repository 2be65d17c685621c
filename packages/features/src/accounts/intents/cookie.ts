import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '../../context.ts';
import type { Intent } from '../contract.ts';

type Ground = Pick<House, 'settings'>;
type Cookies = Record<string, string | undefined>;
/** An intent, and the page it was pressed on: it is done only for who comes back to that page. */
export type IntentAtPage = Intent & { next: string };

const MINUTES = 30;

/**
 * The Set-Cookie header that keeps what was pressed until its browser signs in. Sealed, so that nothing but a press on
 * this site makes one; in a cookie, so that no address carries it to somebody who pressed nothing; for half an hour.
 */
export function intentCookie(ground: Ground, { deed, subject, via, next }: IntentAtPage): string {
  const until = Date.now() + MINUTES * 60_000;
  const payload = Buffer.from(JSON.stringify({ deed, subject, via, next, until })).toString('base64url');
  return cookie(ground, `${payload}.${seal(ground, payload)}`, MINUTES * 60);
}

/** The Set-Cookie headers that end it where there is one: whatever came of it, it is done with at the next sign-in. */
export function intentCookieEnd(ground: Ground, cookies: Cookies): string[] {
  return cookies[nameOf(ground)] === undefined ? [] : [cookie(ground, '', 0)];
}

/** What this browser pressed on the page it goes back to, or null: nothing, elsewhere, or too long ago. */
export function intentIn(ground: Ground, cookies: Cookies, next: string | undefined): Intent | null {
  const [payload = '', given = ''] = cookies[nameOf(ground)]?.split('.') ?? [];
  const right = Buffer.from(seal(ground, payload));
  const offered = Buffer.from(given);
  if (offered.length !== right.length || !timingSafeEqual(offered, right)) return null;
  const found = JSON.parse(Buffer.from(payload, 'base64url').toString()) as IntentAtPage & { until: number };
  if (found.until < Date.now() || found.next !== next) return null;
  return { deed: found.deed, subject: found.subject, ...(found.via && { via: found.via }) };
}

function cookie(ground: Ground, value: string, seconds: number) {
  const secure = isSecure(ground) ? '; Secure' : '';
  return `${nameOf(ground)}=${value}; HttpOnly; Max-Age=${seconds}; Path=/; SameSite=Lax${secure}`;
}

function seal({ settings }: Ground, payload: string) {
  return createHmac('sha256', settings.secret).update(`intent:${payload}`).digest('base64url');
}

/** See `cookieName` of sessions.ts. */
function nameOf(ground: Ground) {
  return isSecure(ground) ? '__Host-intent' : 'intent';
}

function isSecure({ settings }: Ground) {
  return settings.publicUrl.startsWith('https:');
}
