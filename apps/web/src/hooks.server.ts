import { catalogs, isLanguage, preferredLanguage, type Language } from '@groundwork/words';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { dev, version } from '$app/env';
import { PUBLIC_URL } from '$app/env/private';
import { styled } from '#lib/design/sheets.server.ts';
import { framedPolicy, isEmbedded } from '#lib/embedding/embedding.ts';
import { isOpenRoute, NOINDEX } from '#lib/indexing/indexing.ts';
import { foreignPage } from '#lib/origin/foreign-page.ts';
import { endsSession, EVERYTHING, KEPT, marksOf } from '#lib/offline/marks.ts';
import { isForNow } from '#lib/unsent/unsent.ts';
import { isForeign } from '#lib/origin/origin.ts';
import { protectionsOf } from '#lib/origin/protections.ts';
import { rememberedPage } from '#lib/freshness/pages.server.ts';
import { noteFailure, noteRoute } from '#lib/watching/watching.ts';
import { findVisit, type Visit } from '#lib/viewer/viewer.server.ts';
import { wordsFor } from '#lib/words/words.ts';

export const handle: Handle = async ({ event, resolve }) => {
  if (isEmbedded(event.route.id)) event.request.headers.delete('cookie');
  if (isForeign(event.request, [event.url.origin, new URL(PUBLIC_URL).origin])) return refuseForeign(event);
  noteRoute(event);
  const visit = await findVisit(event);
  settle(event, visit);
  if (!visit.site.isSetUp && !isOpenBeforeSetup(event.url.pathname)) return lead('/unready');
  readForms(event);
  return rememberedPage(event, async () => {
    let styleHash: string | null = null;
    const isFirstVisit = !event.request.headers.has('cookie');
    let isHidden = !isOpenRoute(event.route.id);
    let isKept = false;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => {
        const page = html
          .replace('%lang%', event.locals.language)
          .replace('%dir%', event.locals.words.direction);
        isHidden ||= page.includes(NOINDEX);
        isKept ||= page.includes(KEPT);
        const { html: whole, hash } = styled(page, { isFirstVisit });
        styleHash = hash;
        return whole;
      },
    });
    if (isHidden) response.headers.set('x-robots-tag', 'noindex');
    for (const [name, value] of Object.entries(marksOf(event.locals, version, isKept)))
      response.headers.set(name, value);
    return seal(event, response, styleHash);
  });
};

/** Everything an unforeseen error says to a visitor is in the catalogs; what it says to us goes to the log. */
export const handleError: HandleServerError = ({ kind, error: fault, event }) => {
  // What fails before a visit is settled has no words yet.
  const words = (event.locals as Partial<App.Locals>).words ?? wordsFor('en', 'UTC', catalogs.en);
  if (kind === 'unknown') {
    noteFailure(event, fault);
    return { message: words.t('error.internal') };
  }
  // A path that nothing can be at has no words of its own.
  if (kind === 'app' && fault.message) return { message: fault.message };
  return { message: words.t('error.not-found') };
};

/** In words, and without asking the api anything: nothing of what another site's page wants is begun. */
function refuseForeign({ request, cookies, url }: RequestEvent): Response {
  const chosen = cookies.get('language');
  const asked = request.headers.get('accept-language') ?? undefined;
  return foreignPage(isLanguage(chosen) ? chosen : preferredLanguage(asked), url.pathname, protections);
}

function settle(event: RequestEvent, { viewer, site }: Visit) {
  const language = languageOf(event, { viewer, site });
  const timeZone = viewer?.timeZone ?? 'UTC';
  const words = wordsFor(language, timeZone, catalogs[language]);
  Object.assign(event.locals, { viewer, site, language, words, apiCookies: [] });
}

/** The account's own language, then what this browser chose, then what it asks for, among what the site speaks. */
function languageOf(event: RequestEvent, { viewer, site }: Visit): Language {
  const offered = site.languages;
  const chosen = languagesSaid(event, viewer).find(
    (preference) => isLanguage(preference) && offered.includes(preference),
  );
  if (isLanguage(chosen)) return chosen;
  return preferredLanguage(event.request.headers.get('accept-language') ?? undefined, offered);
}

/** In a frame of another site nobody has chosen: its page says in which language it is written, or the browser does. */
function languagesSaid({ route, url, cookies }: RequestEvent, viewer: Visit['viewer']) {
  if (isEmbedded(route.id)) return [url.searchParams.get('lang')];
  return [viewer?.language, cookies.get('language')];
}

/**
 * A form that cannot be read is its sender's fault, not ours (400, or 413 when it is too long), wherever a page reads it.
 * SvelteKit keeps the name `default` for itself.
 */
function readForms(event: RequestEvent) {
  const { request, locals } = event;
  if (request.method === 'POST' && event.url.searchParams.has('/default'))
    error(404, locals.words.t('error.not-found'));
  const read = request.formData.bind(request);
  request.formData = async () => {
    try {
      locals.sent = await read();
      return locals.sent;
    } catch (fault) {
      const isLong = isTooLong(fault);
      return error(isLong ? 413 : 400, locals.words.t(isLong ? 'error.too-large' : 'error.malformed'));
    }
  };
}

function isTooLong(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return ('status' in fault && fault.status === 413) || isTooLong(fault.cause);
}

function isOpenBeforeSetup(path: string) {
  return ['/setup', '/unready', '/language', '/privacy', '/source', '/robots.txt'].some(
    (open) => path === open || path.startsWith(`${open}/`),
  );
}

function lead(location: string) {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

function seal(event: RequestEvent, response: Response, styleHash: string | null): Response {
  const { headers } = response;
  const isInFrames = isEmbedded(event.route.id);
  if (!isInFrames) setCookies(event, headers);
  // A letter is shown in a frame on its own page, and says so.
  const isFramed = isInFrames || headers.get('x-frame-options') === 'SAMEORIGIN';
  for (const [name, value] of Object.entries(protections))
    if (!isFramed || name !== 'x-frame-options') headers.set(name, value);
  const { retryAfter } = event.locals.notNow ?? {};
  if (retryAfter && isForNow(response.status)) headers.set('retry-after', retryAfter);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  headers.append('vary', 'Cookie, Accept-Language');
  const strict = headers.get('content-security-policy');
  const policy = strict && isInFrames ? framedPolicy(strict) : strict;
  if (policy) headers.set('content-security-policy', policy);
  // Vite's own styles need unsafe-inline in development, which a hash would switch off.
  if (policy && styleHash && !dev) {
    headers.set(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' '${styleHash}'`),
    );
  }
  return response;
}

function setCookies({ locals, request }: RequestEvent, headers: Headers) {
  for (const cookie of locals.apiCookies) headers.append('set-cookie', cookie);
  if (endsSession(locals.apiCookies)) headers.set('clear-site-data', EVERYTHING);
  if (!['GET', 'HEAD'].includes(request.method)) headers.append('set-cookie', justChanged);
}

/** Whoever changed something carries this for as long as strangers' pages are remembered, and sees it at once. */
const justChanged = 'changed=1; Path=/; Max-Age=5; HttpOnly; SameSite=Lax';

const protections = protectionsOf(PUBLIC_URL);
