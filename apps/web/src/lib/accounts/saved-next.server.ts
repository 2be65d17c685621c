import type { Cookies } from '@sveltejs/kit';
import { nextPathIn } from '#lib/origin/next.ts';

const NAME = 'next';
const PATH = '/reset-password';

/**
 * Keeps where somebody was who forgot their password, for as long as the link to a new one lasts: in their own browser,
 * so that nobody who types their address into that form leads them anywhere.
 */
export function saveNext(cookies: Cookies, next: string, secure: boolean): void {
  if (next !== '/')
    cookies.set(NAME, next, { path: PATH, maxAge: 3600, httpOnly: true, sameSite: 'lax', secure });
}

/** Where they were, or the front page. */
export function savedNext(cookies: Cookies): string {
  return nextPathIn(cookies.get(NAME));
}

export function forgetNext(cookies: Cookies): void {
  if (cookies.get(NAME) !== undefined) cookies.delete(NAME, { path: PATH });
}
