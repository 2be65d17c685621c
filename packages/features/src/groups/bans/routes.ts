import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { banMember, liftBan } from './actions.ts';
import { BanPage } from './contract.ts';
import { listBans } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneBan = Type.Object({ slug: Type.String(), accountId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

export function banRoutes(app: Door): void {
  app.get(
    '/groups/:slug/bans',
    { config: ACCOUNT, schema: { params: InGroup, querystring: PageQuery, response: { 200: BanPage } } },
    async ({ ctx, params, query }) => onTheWire(await listBans(ctx, params.slug, query)),
  );

  app.put(
    '/groups/:slug/bans/:accountId',
    { config: ACCOUNT, schema: { params: OneBan } },
    async ({ ctx, params }, reply) => {
      await banMember(ctx, params.slug, params.accountId);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/groups/:slug/bans/:accountId',
    { config: ACCOUNT, schema: { params: OneBan } },
    async ({ ctx, params }, reply) => {
      await liftBan(ctx, params.slug, params.accountId);
      return reply.code(204).send();
    },
  );
}
