import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { askToJoin, decideJoinRequest, withdrawJoinRequest } from './actions.ts';
import { JoinDecision, JoinRequestPage, NewJoinRequest } from './contract.ts';
import { listJoinRequests } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneRequest = Type.Object({ slug: Type.String(), requestId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

export function joinRequestRoutes(app: Door): void {
  app.get(
    '/groups/:slug/join-requests',
    {
      config: ACCOUNT,
      schema: { params: InGroup, querystring: PageQuery, response: { 200: JoinRequestPage } },
    },
    async ({ ctx, params, query }) => onTheWire(await listJoinRequests(ctx, params.slug, query)),
  );

  app.post(
    '/groups/:slug/join-requests',
    { config: ACCOUNT, schema: { params: InGroup, body: NewJoinRequest } },
    async ({ ctx, params, body }, reply) => {
      await askToJoin(ctx, params.slug, body.answers);
      return reply.code(202).send();
    },
  );

  app.delete(
    '/groups/:slug/join-requests/own',
    { config: ACCOUNT, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      await withdrawJoinRequest(ctx, params.slug);
      return reply.code(204).send();
    },
  );

  app.put(
    '/groups/:slug/join-requests/:requestId/decision',
    { config: ACCOUNT, schema: { params: OneRequest, body: JoinDecision } },
    async ({ ctx, params, body }, reply) => {
      await decideJoinRequest(ctx, params.slug, params.requestId, body);
      return reply.code(204).send();
    },
  );
}
