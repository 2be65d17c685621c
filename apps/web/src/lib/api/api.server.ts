import type { Api } from '@groundwork/features/api';
import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { setTimeout as pause } from 'node:timers/promises';
import { API_URL } from '$app/env/private';
import { Fresh } from '#lib/freshness/fresh.ts';
import { isForNow } from '#lib/unsent/unsent.ts';
import { mayHoldSession } from '#lib/viewer/cookies.ts';
import { LastSeen } from '#lib/freshness/last-seen.ts';
import { addressHeaders } from './address.server.ts';
import { pathOf, type Asked, type AskedArguments, type ApiRoute } from './paths.ts';
import { ApiRefusal, type FieldMessage } from './refusal.ts';
import { leadToSignIn } from './sign-in.ts';

type Options = {
  headers?: Record<string, string>;
  timeoutMilliseconds?: number;
  /** The same once more does nothing new and gives the same answer, so that a lost answer is asked for again, once. */
  twice?: true;
};

/** As a form holds it: codes and numbers as text, which the api reads, and may refuse. */
type Sent<T> = T extends Blob | null | boolean
  ? T
  : T extends string | number
    ? string | T | undefined
    : { [Key in keyof T]: Sent<T[Key]> };

type Arguments<Name extends ApiRoute> = Api[Name]['body'] extends undefined
  ? [...AskedArguments<Name>, body?: undefined, options?: Options]
  : [asked: Asked<Name>, body: Sent<Api[Name]['body']>, options?: Options];

/**
 * Asks the api in the visitor's name: `call(event, 'PATCH /groups/:slug', { slug }, { summary })`. A refusal to show (of a
 * page's GET) becomes what a page shows: 401 leads to signing in, others to the error page. The refusal of a deed, and of
 * what a deed asks first, is thrown as `ApiRefusal`, for `act` of forms.ts.
 */
export async function call<Name extends ApiRoute>(
  event: RequestEvent,
  name: Name,
  ...[asked, body, options]: Arguments<Name>
): Promise<Api[Name]['answer']> {
  const question = questionOf(name, asked, body, options);
  if (question.method !== 'GET') return (await read(await ask(event, question))) as Api[Name]['answer'];
  try {
    return (await find(event, question)) as Api[Name]['answer'];
  } catch (refusal) {
    if (event.locals.isActing) throw refusal;
    return show(refusal, event);
  }
}

/** The answer as it is, for passing a file through, or for telling refusals apart: they are thrown. */
export function pass<Name extends ApiRoute>(
  event: RequestEvent,
  name: Name,
  ...[asked, body, options]: Arguments<Name>
): Promise<Response> {
  return ask(event, questionOf(name, asked, body, options));
}

type Question = { method: string; path: string; body: unknown; options: Options };

function questionOf(name: ApiRoute, asked: unknown, body: unknown, options: Options = {}): Question {
  const method = name.slice(0, name.indexOf(' '));
  return { method, path: pathOf(name, asked as never), body, options };
}

/**
 * What strangers see is the same for all of them, so it is remembered for a second. Whoever carries any cookie
 * (a session, or the sign of having just changed something) gets an answer of their own. While the api is away,
 * strangers see what was there last.
 */
async function find(event: RequestEvent, question: Question): Promise<unknown> {
  const look = async () => read(await ask(event, question));
  if (question.options.headers || hasSession(event)) return look();
  const key = `${event.locals.language} ${question.path}`;
  const lookOrRecall = () => (isPublic(question.path) ? lastSeenByStrangers.get(key, look, isAway) : look());
  // Nor is what somebody saw a moment ago what is there after they have pressed something.
  if (event.request.headers.has('cookie') || event.request.method !== 'GET') return lookOrRecall();
  const flight = { isOwn: false };
  const lookForAll = () => {
    flight.isOwn = true;
    return lookOrRecall();
  };
  try {
    return await seenByStrangers.get(key, lookForAll);
  } catch (refusal) {
    // Whoever asked for all had read too much: that is theirs, and nobody else's answer.
    if (!flight.isOwn && refusal instanceof ApiRefusal && refusal.status === 429) return lookOrRecall();
    throw refusal;
  }
}

const seenByStrangers = new Fresh<unknown>(1000);
const lastSeenByStrangers = new LastSeen<unknown>(600_000, 200);

/** Not what one person sees through the link in their mail. */
function isPublic(path: string) {
  return /^\/api\/v1\/(allies|campaigns|coalitions|events|groups|site\/(front-campaign|rules))\b/.test(path);
}

function hasSession({ request }: RequestEvent) {
  return mayHoldSession(request.headers.get('cookie'));
}

function isAway(error: unknown) {
  return error instanceof ApiRefusal && error.status === 503;
}

/** A refusal as a page shows it. Always throws. Strangers may share a refusal, but never the way back of another. */
export function show(refusal: unknown, event: RequestEvent): never {
  if (!(refusal instanceof ApiRefusal)) throw refusal;
  if (refusal.status === 401) leadToSignIn(event);
  error(refusal.status, refusal.detail);
}

async function ask(event: RequestEvent, question: Question) {
  const response = await (question.options.twice ? reachTwice : reach)(event, question);
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

async function reach(event: RequestEvent, { method, path, body, options }: Question) {
  const isJson = body !== undefined && !(body instanceof Blob);
  const timeout = options.timeoutMilliseconds ?? (isJson || body === undefined ? 15_000 : 120_000);
  try {
    return await fetch(API_URL + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        ...visitorHeaders(event),
        ...(isJson && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
    });
  } catch {
    const detail = event.locals.words.t('error.unavailable');
    event.locals.notNow = { retryAfter: '2' };
    throw new ApiRefusal({ status: 503, code: 'unavailable', detail });
  }
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

async function refusalOf(event: RequestEvent, response: Response): Promise<ApiRefusal> {
  const problem = (await response.json().catch(() => ({}))) as Partial<{
    code: string;
    detail: string;
    fields: FieldMessage[];
    challenge: ProofChallenge;
  }>;
  const status = response.status >= 400 ? response.status : 502;
  if (isForNow(status)) event.locals.notNow = { retryAfter: response.headers.get('retry-after') };
  const detail =
    problem.detail ?? event.locals.words.t(status === 404 ? 'error.not-found' : 'error.internal');
  const { code = 'internal', fields, challenge } = problem;
  return new ApiRefusal({ status, code, detail, fields, challenge });
}
