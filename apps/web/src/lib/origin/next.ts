import { LENGTHS } from '@groundwork/features/lengths';

/** A path of this site to go on to, from a form or an address; anything that could lead elsewhere, or that the api takes for no path, is `fallback`. */
export function nextPathIn(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || path.length > LENGTHS.url || !/^\/(?![/\\])/.test(path)) return fallback;
  // Browsers drop tabs and newlines inside an address, which could turn "/\t/evil" into "//evil".
  const isPlain = [...path].every((sign) => sign > ' ' && sign !== '\\' && sign !== '\u007f');
  return isPlain && URL.canParse(path, 'http://here') && new URL(path, 'http://here').host === 'here'
    ? path
    : fallback;
}

/** Where to sign in and come back to this page from. Pages of signing in itself, and behind a sealed link, are no place to. */
export function signInFrom(url: Pick<URL, 'pathname' | 'search'>): string {
  const next = withoutForm(url);
  return next === '/' || NOT_BACK.test(url.pathname)
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(next)}`;
}

const NOT_BACK =
  /^\/(?:sign-in|sign-out|open-account|confirm-account|reset-password|setup|unready|rsvps|signatures|unsubscribe|quieter|my-email|my-records?|go|language)(?:\/|$)/;

/** A page's path and search, without the name of the form that was sent to it. */
export function withoutForm({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  return pathname + search.replace(/^\?\/.*/, '');
}
