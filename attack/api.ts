import type { Ask, Request } from './ask.ts';
import type { Chance } from './chance.ts';
import { hostileTexts } from './corpus.ts';
import { valueFor, type Schema } from './schema.ts';
import { faultOfApi, type Tried } from './verdict.ts';

/** Whoever asks: a name, and the cookie that says so. */
export type Viewer = { name: string; cookie?: string };
type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
};
/** As much of an OpenAPI document as is needed to ask every route. */
export type OpenApi = { paths: Record<string, Record<string, Operation>> };
type Route = { method: string; path: string; operation: Operation };

type Attack = { ask: Ask; openApi: OpenApi; viewers: Viewer[]; chance: Chance; count: number };

/** What ends the viewer who asks, and so the attack. */
const SPARED = [
  /^DELETE \/api\/v1\/(session|account|sessions)\b/,
  /^(PUT|POST) \/api\/v1\/(account\/password|account\/email)/,
  /^(PUT|POST|DELETE) \/api\/v1\/site\/accounts\/[^/]*\/(suspension|sessions)/,
];

/**
 * Asks every route of the api as every viewer, again and again, with what its own description makes likely and what it
 * does not. Ids and slugs that answers name are asked for in turn.
 */
export async function attackApi({ ask, openApi, viewers, chance, count }: Attack): Promise<Tried> {
  const routes = routesOf(openApi).filter(
    ({ method, path }) => !SPARED.some((one) => one.test(`${method} ${path}`)),
  );
  const known = new Set<string>();
  const broken: string[] = [];
  for (let n = 0; n < count; n++) {
    // In turn, so that each is asked by each before any is asked again.
    const route = routes[n % routes.length] as Route;
    const viewer = viewers[Math.floor(n / routes.length) % viewers.length] as Viewer;
    const asked = requestFor(route, viewer, chance, [...known]);
    const answer = await ask(asked);
    const fault = faultOfApi(asked, answer);
    if (fault) broken.push(`${viewer.name}: ${fault}`);
    if (answer.status < 300) learn(answer.body, known);
  }
  return { name: `the api's ${routes.length} routes, as ${viewers.length} viewers`, count, broken };
}

function routesOf({ paths }: OpenApi): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

function requestFor(
  { method, path, operation }: Route,
  viewer: Viewer,
  chance: Chance,
  known: string[],
): Request {
  const { parameters = [], requestBody } = operation;
  const filled = path.replaceAll(/\{(\w+)\}/g, () => part(chance, known));
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && chance.next() < 0.5)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(asText(valueFor(schema, chance, known)))}`);
  const asked = {
    method,
    path: query.length > 0 ? `${filled}?${query.join('&')}` : filled,
    as: viewer.cookie,
  };
  const [kind, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (method === 'GET' || kind === undefined) return asked;
  return { ...asked, ...bodyFor(kind, content?.schema ?? {}, chance, known) };
}

/** Mostly a body of the right kind; now and then half of one, or one of another kind. */
function bodyFor(
  kind: string,
  schema: Schema,
  chance: Chance,
  known: string[],
): Pick<Request, 'body' | 'headers'> {
  const body = JSON.stringify(valueFor(schema, chance, known)).toWellFormed();
  const way = chance.next();
  if (way < 0.04) return { headers: { 'content-type': kind }, body: body.slice(0, body.length / 2) };
  if (way < 0.08) return { headers: { 'content-type': 'image/png' }, body };
  if (way < 0.1)
    return { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' };
  if (way < 0.12) return { headers: { 'content-type': kind, 'transfer-encoding': 'chunked' }, body };
  return { headers: { 'content-type': kind }, body };
}

function part(chance: Chance, known: string[]): string {
  const way = chance.next();
  if (known.length > 0 && way < 0.7) return encodeURIComponent(chance.of(known));
  const text = chance.of(hostileTexts).toWellFormed();
  // As a browser sends it, and now and then as it is, as only a program would.
  return way < 0.9 ? encodeURIComponent(text) || 'x' : text.replaceAll(/[^!-~]/g, '') || 'x';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value);
}

const ADDRESS = /"(?:id|slug|\w+Id|\w+Slug|token|code|key)":"([^"]{1,80})"/g;
const MOST_KNOWN = 400;

function learn(body: string, known: Set<string>): void {
  for (const [, name] of body.matchAll(ADDRESS)) if (name && known.size < MOST_KNOWN) known.add(name);
}
