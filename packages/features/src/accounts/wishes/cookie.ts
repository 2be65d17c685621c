import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '../../context.ts';
import type { Wish } from './contract.ts';

type Ground = Pick<House, 'settings'>;
type Cookies = Record<string, string | undefined>;
/** A wish, and the page it was pressed on: it is done only for who comes back to that page. */
export type KeptWish = Wish & { next: string };

const MINUTES = 30;

/**
 * The Set-Cookie header that keeps what was pressed until its browser signs in. Sealed, so that nothing but a press on
 * this site makes one; in a cookie, so that no address carries it to somebody who pressed nothing; for half an hour.
 */
export function wishCookie(ground: Ground, { deed, subject, next }: KeptWish): string {
  const until = Date.now() + MINUTES * 60_000;
  const payload = Buffer.from(JSON.stringify({ deed, subject, next, until })).toString('base64url');
  return cookie(ground, `${payload}.${seal(ground, payload)}`, MINUTES * 60);
}

/** The Set-Cookie headers that end it where there is one: whatever came of it, it is done with at the next sign-in. */
export function wishCookieEnd(ground: Ground, cookies: Cookies): string[] {
  return cookies[nameOf(ground)] === undefined ? [] : [cookie(ground, '', 0)];
}

/** What this browser pressed on the page it goes back to, or null: nothing, elsewhere, or too long ago. */
export function wishIn(ground: Ground, cookies: Cookies, next: string | undefined): Wish | null {
  const [payload = '', given = ''] = cookies[nameOf(ground)]?.split('.') ?? [];
  const right = Buffer.from(seal(ground, payload));
  const offered = Buffer.from(given);
  if (offered.length !== right.length || !timingSafeEqual(offered, right)) return null;
  const kept = JSON.parse(Buffer.from(payload, 'base64url').toString()) as KeptWish & { until: number };
  if (kept.until < Date.now() || kept.next !== next) return null;
  return { deed: kept.deed, subject: kept.subject };
}

function cookie(ground: Ground, value: string, seconds: number) {
  const secure = isSecure(ground) ? '; Secure' : '';
  return `${nameOf(ground)}=${value}; HttpOnly; Max-Age=${seconds}; Path=/; SameSite=Lax${secure}`;
}

function seal({ settings }: Ground, payload: string) {
  return createHmac('sha256', settings.secret).update(`wish:${payload}`).digest('base64url');
}

/** See `cookieName` of sessions.ts. */
function nameOf(ground: Ground) {
  return isSecure(ground) ? '__Host-wish' : 'wish';
}

function isSecure({ settings }: Ground) {
  return settings.publicUrl.startsWith('https:');
}
