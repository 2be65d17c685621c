import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import {
  findViewer,
  isCarriedPlainly,
  plainCookieEnd,
  sessionCookie,
  sessionToken,
} from '@groundwork/features/accounts/sessions';
import { contextFor, NOBODY, type House } from '@groundwork/features/context';
import { mount, type Who } from '@groundwork/features/http';
import { TooMany } from '@groundwork/features/errors';
import { spendAtRoute } from '@groundwork/features/limits';
import { ReadLimit } from '@groundwork/features/limits/reads';
import { routes } from '@groundwork/features/routes';
import { silent, type Metrics } from '@groundwork/metrics';
import { preferredLanguage } from '@groundwork/words';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyContextConfig,
  type FastifyInstance,
  type FastifyServerFactory,
} from 'fastify';
import { parseJson } from './json.ts';
import { mountLive } from './live/socket.ts';
import { answerError, answerProblems } from './problems.ts';
import { READING, sharedCompilers } from './schemas.ts';
import { refuseForeignOrigins } from './origin.ts';
import { visitorAddress } from './visitors.ts';
import { protectAnswers } from './protections.ts';
import { refuseEmptyChange, refuseUnreadable } from './readable.ts';
import { answerUnread } from './unread.ts';
import { requireWho } from './who.ts';

/** Hears of every route that is mounted. */
type HearRoute = (method: string, url: string, config: FastifyContextConfig) => void;

type Surroundings = {
  serverFactory?: FastifyServerFactory;
  onRoute?: HearRoute;
  /** Nothing is logged without one. */
  log?: FastifyBaseLogger;
  metrics?: Metrics;
  /** By which a web in this very process shows that it is ours, and is believed for whom it asks. */
  webKey?: string;
};

/** The whole api on one Fastify instance, not yet listening. Every route says who may knock, or this throws. */
export async function buildApi(
  house: House,
  { serverFactory, onRoute, log, metrics = silent, webKey }: Surroundings = {},
): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    ...(serverFactory && { serverFactory }),
    ...(log && { loggerInstance: log }),
    // While it closes it goes on answering what still arrives on connections that are open.
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(house.settings.trustProxy),
    bodyLimit: 1_048_576,
    clientErrorHandler: answerUnread,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    // Those who ask for the head alone do so of files: their routes say it.
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 400 },
    schemaController: { compilersFactory: sharedCompilers },
    ajv: READING,
  });
  parseJson(app);
  app.decorate('reads', new ReadLimit());
  answerProblems(app);
  protectAnswers(app, house);
  app.addHook('onResponse', async (request, { statusCode: status, elapsedTime }) => {
    const { method, routeOptions } = request;
    metrics.answered({ door: 'api', method, route: routeOptions.url, status, seconds: elapsedTime / 1000 });
  });
  await app.register(cookie);
  await describeApi(app, house);
  const mountAll = async (door: FastifyInstance) => mountRoutes(door, { house, metrics, onRoute, webKey });
  await app.register(mountAll, { prefix: '/api/v1' });
  return app;
}

/** So many proxies in front: what each of the last hops says is believed. */
function trusted(proxies: House['settings']['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}

/** Told of, not checked as one: any other answer than a proof is heard as a wrong one. */
const PROOF = {
  type: 'object',
  properties: {
    'proof-of-work': {
      type: 'string',
      description:
        'In a crowd a stranger is answered 428 with a challenge: base64 of the JSON { challenge, solution }, or "none".',
    },
  },
};

async function describeApi(app: FastifyInstance, { settings }: House) {
  const info = { title: 'Groundwork', version: '1', description: 'Groups, campaigns, events and messaging.' };
  await app.register(swagger, {
    openapi: { info, servers: [{ url: settings.publicUrl }] },
    transform: ({ schema, url, route }) => ({
      schema: route.config?.limit?.crowdAt ? { ...schema, headers: PROOF } : schema,
      url,
    }),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    transformStaticCSP: toThisHost,
    uiConfig: { validatorUrl: null },
  });
}

/** The policy of the pages that describe the api, without the hosts that it would let them ask, nor a demand for TLS. */
function toThisHost(policy: string) {
  return policy.replaceAll(/ https:| validator\.swagger\.io| upgrade-insecure-requests;/g, '');
}

type Mount = { house: House; metrics: Metrics; onRoute: HearRoute | undefined; webKey: string | undefined };

async function mountRoutes(door: FastifyInstance, { house, metrics, onRoute, webKey }: Mount) {
  door.decorateRequest('ctx', null as never);
  door.decorateRequest('from', '');
  door.addHook('onRoute', ({ config, method, url }) => {
    const who: Who | undefined = config?.who;
    for (const one of [method].flat()) onRoute?.(one, url, config ?? {});
    if (!who) throw new Error(`${String(method)} ${url} does not say who may knock: add config.who`);
  });
  // Before the other hooks: a socket that they refuse must be closed by it.
  await mountLive(door, house, metrics);
  door.addHook('onRequest', refuseForeignOrigins);
  door.addHook('onRequest', async (request) => {
    request.from = visitorAddress(request, webKey);
    // Before anything is asked of the database.
    if (request.method === 'GET' && !door.reads.admits(request.from, performance.now())) throw new TooMany(1);
  });
  door.addHook('onRequest', async (request, reply) => {
    const token = sessionToken(house, request.cookies);
    const viewer = (token ? await findViewer(house, token) : null) ?? NOBODY;
    if (token && viewer.signedIn && isCarriedPlainly(house, request.cookies))
      void reply.header('set-cookie', [sessionCookie(house, token), plainCookieEnd]);
    const asked = request.headers['accept-language'];
    request.ctx = contextFor(house, viewer, asked ? preferredLanguage(asked) : viewer.language);
  });
  door.addHook('onRequest', requireWho);
  door.addHook('onRequest', async (request) => {
    const { limit } = request.routeOptions.config;
    if (limit) await spendAtRoute(request.ctx, limit, request);
  });
  door.addHook('preValidation', refuseUnreadable);
  door.addHook('preHandler', refuseEmptyChange);
  mount(door, routes);
}
