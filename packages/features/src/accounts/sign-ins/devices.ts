import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { House } from '../../context.ts';
import { emailKey } from '../emails/keys.ts';
import { sessionCookie } from '../sessions.ts';

type Ground = Pick<House, 'settings'>;
type Cookies = Record<string, string | undefined>;

const DAYS = 180;

/** The Set-Cookie headers for a browser that was let in: its session, and that it is known here from now on. */
export function letInCookies(
  house: House,
  { token, email }: { token: string; email: string },
  cookies: Cookies,
): string[] {
  return [sessionCookie(house, token), deviceCookie(house, email, cookies)];
}

/**
 * The Set-Cookie header by which a browser that was let in is known again, after OWASP's "device cookies": it signs
 * nobody in, names nobody, and only has its wrong guesses counted apart from those of strangers, who could otherwise
 * lock someone out of their own account. One that is known already keeps its number, so its guesses add up.
 */
function deviceCookie(ground: Ground, email: string, cookies: Cookies): string {
  const number = deviceOf(ground, email, cookies) ?? randomBytes(12).toString('base64url');
  const secure = isSecure(ground) ? '; Secure' : '';
  const value = `${number}.${seal(ground, email, number)}`;
  return `${nameOf(ground)}=${value}; HttpOnly; Max-Age=${DAYS * 86_400}; Path=/; SameSite=Strict${secure}`;
}

/** The number of a browser that was let into this very account before, or null. */
export function deviceOf(ground: Ground, email: string, cookies: Cookies): string | null {
  const [number = '', sealed = ''] = cookies[nameOf(ground)]?.split('.') ?? [];
  const right = Buffer.from(seal(ground, email, number));
  const given = Buffer.from(sealed);
  return given.length === right.length && timingSafeEqual(given, right) ? number : null;
}

function seal(ground: Ground, email: string, number: string) {
  const key = emailKey(ground, email);
  return createHmac('sha256', ground.settings.secret).update(`device:${key}:${number}`).digest('base64url');
}

/** See `cookieName` of sessions.ts. */
function nameOf(ground: Ground) {
  return isSecure(ground) ? '__Host-device' : 'device';
}

function isSecure({ settings }: Ground) {
  return settings.publicUrl.startsWith('https:');
}
