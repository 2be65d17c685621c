import { routes as tables, type RouteName } from '@groundwork/features/routes';
import { askerOf, type Answer, type Asker, type TestSite } from '@groundwork/features/testing';
import { sealedId } from '@groundwork/features/tokens';
import type { FastifyInstance } from 'fastify';
import type { Knock } from './knocks/knock.ts';
import { sealedLinks, type Account, type Ways } from './neighbourhood.ts';

let knockCount = 0;

/** Knocks at one route of an api in the name of an account, or of a stranger. */
export async function knock(
  app: FastifyInstance,
  viewer: Account | null,
  { route, path = '/', body, headers = {} }: Partial<Knock> & { route: string },
): Promise<Answer> {
  const method = route.split(' ')[0]?.toLowerCase() as keyof Asker;
  knockCount += 1;
  // From another address each time: limits are another test's matter.
  const address = `10.${knockCount >> 16}.${(knockCount >> 8) & 255}.${knockCount & 255}`;
  return askerOf(app, viewer, 'en', address)[method](path, body, headers);
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

/** The links of someone who signed, comes and is known to the public group. */
export async function sealedFor(site: TestSite, open: Ways) {
  const { secret } = site.house.settings;
  return {
    ...(await sealedLinks(site, { open })),
    ownRecord: sealedId(secret, 'own-record', open.personId),
    subscription: sealedId(secret, 'unsubscribe', open.personId),
  };
}
