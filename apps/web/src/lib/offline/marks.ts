/** What the pages of whoever is signed in say to their service worker, in headers; those of strangers say nothing. */
export const KEPT_FOR = 'kept-for';
export const KEPT_PAGE = 'kept-page';

/** The session could not be looked up just now: nothing follows from this page. */
export const UNKNOWN = 'unknown';

/** How the line begins that a page has which is kept for when there is no line (KeptLine.svelte), and how it is shown. */
export const KEPT = '<div class="notice warn" role="status" data-kept="" hidden=""';
export const KEPT_SHOWN = '<div class="notice warn" role="status" data-kept=""';

/** The page that is shown where none is kept. */
export const OFFLINE = '/offline';

type Asker = { viewer: { id: string } | null; language: string; notNow?: object };

/**
 * The headers of a page: by which build, for whom and in which language it was made, and whether it is kept. Pages of
 * another build, person or language are not kept beside each other.
 */
export function marksOf(
  { viewer, language, notNow }: Asker,
  version: string,
  isKept: boolean,
): Record<string, string> {
  if (!viewer) return notNow ? { [KEPT_FOR]: UNKNOWN } : {};
  return { [KEPT_FOR]: `${version}.${viewer.id}.${language}`, ...(isKept && { [KEPT_PAGE]: 'yes' }) };
}

/** Whether these Set-Cookie headers end the session of this browser, and none begins another. */
export function endsSession(cookies: string[]): boolean {
  const sessions = cookies.filter((cookie) => /^(?:__Host-)?session=/.test(cookie));
  const hasBegun = sessions.some((cookie) => !/^[^=]+=;/.test(cookie));
  return sessions.length > 0 && !hasBegun;
}

/** What a browser drops when a session ends: the pages it kept, and the service worker with them. */
export const EVERYTHING = '"cache", "storage"';
