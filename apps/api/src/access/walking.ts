import { access } from '@groundwork/features/access';
import { routes as tables, type RouteName } from '@groundwork/features/routes';
import { clientOf, type TestAnswer, type TestClient, type TestSite } from '@groundwork/features/testing';
import type { Account, Ask, Things } from '@groundwork/features/testing/access';
import { rewindingDatabase } from '@groundwork/database/testing/rewinding';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApi } from '../api.ts';

let knockCount = 0;

/** Knocks at one route of an api in the name of an account, or of a stranger. */
export async function knockAs(
  app: FastifyInstance,
  viewer: Account | null,
  { route, things }: { route: RouteName; things: Things },
): Promise<TestAnswer> {
  const { params = {}, query, body, headers } = askOf(route, things);
  const [method = '', pattern = ''] = route.split(' ');
  const path = pathOf(pattern, { ...things, ...params });
  knockCount += 1;
  // From another address each time: limits are another test's matter.
  const address = `10.${knockCount >> 16}.${(knockCount >> 8) & 255}.${knockCount & 255}`;
  const ask = clientOf(app, viewer, 'en', address)[method.toLowerCase() as keyof TestClient];
  return ask(query ? `${path}?${query}` : path, body, headers);
}

function askOf(route: RouteName, things: Things): Ask {
  return Object.assign({}, ...access.map(({ asks }) => asks?.(things)[route]));
}

/** A param is what the route asks for by its name, else what its name means after that word, else anywhere. */
function pathOf(pattern: string, things: Record<string, string | undefined>): string {
  return pattern.replaceAll(/(?<=([^/]+)\/):(\w+)/g, (param, before: string, name: string) => {
    const value = things[name] ?? things[`${before}/${param}`] ?? things[param];
    if (value === undefined) throw new Error(`nothing is known to ask ${pattern} for as ${before}/${param}`);
    return value;
  });
}

/** A second api over the site, each of whose deeds `rewind` takes back; and all that it serves. */
export async function rewindingApi(site: TestSite) {
  const database = await rewindingDatabase(site.databaseUrl);
  const { app, routes } = await listRoutes((onRoute) =>
    buildApi({ ...site.house, db: database.db }, { onRoute }),
  );
  onTestFinished(async () => {
    await app.close();
    await database.close();
  });
  return { app, routes, rewind: () => database.rewind() };
}

/** What the api really serves under /api/v1, but for the socket, which has tests of its own. */
export async function listRoutes(
  build: (onRoute: (method: string, url: string) => void) => Promise<FastifyInstance>,
) {
  const routes = new Set<RouteName>();
  const app = await build((method, url) => {
    const path = url.replace('/api/v1', '');
    if (method !== 'HEAD' && path !== '/live') routes.add(nameOf(`${method} ${path}`));
  });
  await app.ready();
  return { app, routes: [...routes].sort() };
}

/** What is mounted in another way than by a table would have no line here. */
function nameOf(route: string): RouteName {
  if (!isName(route)) throw new Error(`${route} stands in no table`);
  return route;
}

function isName(route: string): route is RouteName {
  return route in tables;
}
