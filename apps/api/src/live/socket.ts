import websocket, { type WebSocket } from '@fastify/websocket';
import { sessionToken } from '@groundwork/features/accounts/sessions';
import type { House } from '@groundwork/features/context';
import { TooMany } from '@groundwork/features/errors';
import type { Metrics } from '@groundwork/metrics';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseForeignSockets } from '../origin.ts';
import { listenerOfSocket } from './connection.ts';
import { openFeeds, type Feeds } from './feeds.ts';

const FRAME_MAX = 16_384;
const SOCKETS_PER_ACCOUNT = 20;
const GOODBYE_MS = 1000;

/** Opens the live socket at `/live` below the prefix of `app`. Who it is was asked by the hooks of every route. */
export async function mountLive(app: FastifyInstance, house: House, metrics: Metrics): Promise<void> {
  const feeds = openFeeds(house);
  await app.register(websocket, {
    options: { maxPayload: FRAME_MAX, perMessageDeflate: false },
    // A broken line is not worth a line in the log: the client resumes.
    errorHandler: (_error, socket) => socket.terminate(),
    async preClose() {
      feeds.close();
      await lastWords(app.websocketServer.clients);
      app.websocketServer.close();
    },
  });
  metrics.watch('groundwork_sockets_open', () => app.websocketServer.clients.size);
  metrics.watch('groundwork_live_deliveries_total', feeds.countDeliveries);
  const config = { who: 'account' } as const;
  const preValidation = [
    refuseForeignSockets,
    async (request: FastifyRequest) => refuseCrowds(feeds, request),
  ];
  app.get('/live', { config, preValidation, websocket: true }, (socket, request) => {
    const listener = listenerOfSocket(house, feeds, {
      ctx: request.ctx,
      token: sessionToken(house, request.cookies) ?? '',
      socket,
    });
    feeds.welcome(listener);
    socket.on('close', () => feeds.goodbye(listener));
  });
}

function refuseCrowds(feeds: Feeds, { ctx }: FastifyRequest) {
  if (feeds.countOf(ctx.viewer.id) >= SOCKETS_PER_ACCOUNT) throw new TooMany(1);
}

/** A moment for every client to say goodbye; then the line is cut, so that no sleeping phone keeps a restart waiting. */
async function lastWords(sockets: Set<WebSocket>) {
  const until = Date.now() + GOODBYE_MS;
  while (sockets.size > 0 && Date.now() < until) await pause(20);
  for (const socket of sockets) socket.terminate();
}
