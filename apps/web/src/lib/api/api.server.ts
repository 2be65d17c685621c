import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { setTimeout as pause } from 'node:timers/promises';
import { API_URL } from '$app/env/private';
import { Fresh } from '#lib/freshness/fresh.ts';
import { isForNow } from '#lib/keeping/keeping.ts';
import { mayHoldSession } from '#lib/viewer/cookies.ts';
import { LastSeen } from '#lib/freshness/last-seen.ts';
import { addressHeaders } from './address.server.ts';
import type { ApiPath } from './paths.ts';
import { Refusal, type FieldRefusal } from './refusal.ts';

/** What can be sent: an object goes as JSON; a form with files, a blob or a stream goes as it is. */
export type Body = object | FormData | Blob | ReadableStream<Uint8Array>;
type Options = {
  headers?: Record<string, string>;
  timeoutMilliseconds?: number;
  /** The same once more does nothing new and gives the same answer, so that a lost answer is asked for again, once. */
  twice?: true;
};

/** The api, asked in the visitor's name. ``api(event).get(at`/groups`)``, with `at` from paths.ts. */
export type Api = {
  /** For pages. A refusal becomes what a page shows: 401 leads to signing in, others to the error page. */
  get<T>(path: ApiPath, options?: Options): Promise<T>;
  /** For deeds. A refusal is thrown as `Refusal`, for `refused(error, form)`. An empty answer is `undefined`. */
  post<T>(path: ApiPath, body?: Body, options?: Options): Promise<T>;
  put<T>(path: ApiPath, body?: Body, options?: Options): Promise<T>;
  patch<T>(path: ApiPath, body?: Body, options?: Options): Promise<T>;
  delete<T>(path: ApiPath, body?: Body, options?: Options): Promise<T>;
  /** The answer as it is, for passing a file through. Refusals are thrown as with `post`. */
  raw(method: string, path: ApiPath, body?: Body, options?: Options): Promise<Response>;
};

export function api(event: RequestEvent): Api {
  const send =
    (method: string) =>
    async <T>(path: ApiPath, body?: Body, options?: Options) =>
      (await read(await ask(event, { method, path, body, options }))) as T;
  return {
    get: async <T>(path: ApiPath, options?: Options) => {
      try {
        return (await find(event, path, options)) as T;
      } catch (refusal) {
        return show(refusal, event);
      }
    },
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    raw: (method, path, body, options) => ask(event, { method, path, body, options }),
  };
}

/**
 * What strangers see is the same for all of them, so it is remembered for a second. Whoever carries any cookie
 * (a session, or the sign of having just changed something) gets an answer of their own. While the api is away,
 * strangers see what was there last.
 */
async function find(event: RequestEvent, path: ApiPath, options?: Options): Promise<unknown> {
  const look = async () => read(await ask(event, { method: 'GET', path, options }));
  if (options?.headers || hasSession(event)) return look();
  const key = `${event.locals.language} ${path.href}`;
  const lookOrRecall = () => (isPublic(path) ? lastSeenByStrangers.get(key, look, isAway) : look());
  if (event.request.headers.has('cookie')) return lookOrRecall();
  const flight = { isOwn: false };
  const lookForAll = () => {
    flight.isOwn = true;
    return lookOrRecall();
  };
  try {
    return await seenByStrangers.get(key, lookForAll);
  } catch (refusal) {
    // Whoever asked for all had read too much: that is theirs, and nobody else's answer.
    if (!flight.isOwn && refusal instanceof Refusal && refusal.status === 429) return lookOrRecall();
    throw refusal;
  }
}

const seenByStrangers = new Fresh<unknown>(1000);
const lastSeenByStrangers = new LastSeen<unknown>(600_000, 200);

/** Not what one person sees through the link in their mail. */
function isPublic({ href }: ApiPath) {
  return /^\/api\/v1\/(campaigns|events|groups|site\/(front-campaign|rules))\b/.test(href);
}

function hasSession({ request }: RequestEvent) {
  return mayHoldSession(request.headers.get('cookie'));
}

function isAway(error: unknown) {
  return error instanceof Refusal && error.status === 503;
}

/** A refusal as a page shows it. Always throws. Strangers may share a refusal, but never the way back of another. */
export function show(refusal: unknown, event: RequestEvent): never {
  if (!(refusal instanceof Refusal)) throw refusal;
  if (refusal.status === 401) redirect(303, signInPath(event));
  error(refusal.status, refusal.detail);
}

type Question = { method: string; path: ApiPath; body?: Body | undefined; options?: Options | undefined };

async function ask(event: RequestEvent, question: Question) {
  const response = await (question.options?.twice ? reachTwice : reach)(event, question);
  for (const cookie of response.headers.getSetCookie()) event.locals.apiCookies.push(cookie);
  if (!response.ok) throw await refusalOf(event, response);
  return response;
}

/** An api that ended over a question has another beside it, or is back in a moment. */
async function reachTwice(event: RequestEvent, question: Question) {
  try {
    const response = await reach(event, question);
    if (response.status !== 503) return response;
    await response.body?.cancel();
  } catch (refusal) {
    if (!isAway(refusal)) throw refusal;
  }
  await pause(BREATH_MS);
  return reach(event, question);
}

const BREATH_MS = 500;

async function reach(event: RequestEvent, { method, path, body, options = {} }: Question) {
  const isJson = body !== undefined && !isRaw(body);
  const timeout = options.timeoutMilliseconds ?? (isJson || body === undefined ? 15_000 : 120_000);
  try {
    return await fetch(API_URL + path.href, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        ...visitorHeaders(event),
        ...(isJson && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: isJson ? JSON.stringify(body) : (body as BodyInit | undefined),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  } catch {
    const detail = event.locals.words.t('error.unavailable');
    event.locals.notNow = { retryAfter: '2' };
    throw new Refusal({ status: 503, code: 'unavailable', detail, signInPath: signInPath(event) });
  }
}

function isRaw(body: Body) {
  return body instanceof FormData || body instanceof Blob || body instanceof ReadableStream;
}

/**
 * Who asks, and in which language to answer. The api compares Origin with the host it is reached at, to refuse
 * other sites' forms; hooks.server.ts has already done that for the browser, so here it names the api itself.
 */
function visitorHeaders(event: RequestEvent): Record<string, string> {
  const { headers } = event.request;
  const cookie = headers.get('cookie');
  return {
    accept: 'application/json',
    'accept-language': event.locals.language,
    origin: new URL(API_URL).origin,
    ...addressHeaders(event),
    ...(cookie && { cookie }),
  };
}

async function read(response: Response): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.includes('json');
  if (isJson) return response.json();
  const text = await response.text();
  return text === '' ? undefined : text;
}

async function refusalOf(event: RequestEvent, response: Response): Promise<Refusal> {
  const told = (await response.json().catch(() => ({}))) as Partial<{
    code: string;
    detail: string;
    fields: FieldRefusal[];
    challenge: ProofChallenge;
  }>;
  const status = response.status >= 400 ? response.status : 502;
  if (isForNow(status)) event.locals.notNow = { retryAfter: response.headers.get('retry-after') };
  const detail = told.detail ?? event.locals.words.t(status === 404 ? 'error.not-found' : 'error.internal');
  const { code = 'internal', fields, challenge } = told;
  return new Refusal({ status, code, detail, fields, challenge, signInPath: signInPath(event) });
}

/** Where to sign in, and come back to this page from. */
function signInPath({ url, request }: RequestEvent) {
  const here = request.method === 'GET' ? url.pathname + url.search : url.pathname;
  return `/sign-in?next=${encodeURIComponent(here)}`;
}
