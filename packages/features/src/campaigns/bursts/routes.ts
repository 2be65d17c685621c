import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { refuseBurst, releaseBurst, restoreBurst } from './actions.ts';
import { BurstList } from './contract.ts';
import { listBursts } from './queries.ts';

const OfCampaign = Type.Object({ slug: Type.String() });
const OneBurst = Type.Object({ slug: Type.String(), id: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

export function burstRoutes(app: Door): void {
  app.get(
    '/campaigns/:slug/bursts',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: BurstList } } },
    async ({ ctx, params }) => ({ rows: await listBursts(ctx, await findCampaign(ctx, params.slug)) }),
  );

  const deeds = [
    { method: 'PUT', path: 'release', deed: releaseBurst },
    { method: 'PUT', path: 'refusal', deed: refuseBurst },
    { method: 'DELETE', path: 'refusal', deed: restoreBurst },
  ] as const;
  for (const { method, path, deed } of deeds) {
    app.route({
      method,
      url: `/campaigns/:slug/bursts/:id/${path}`,
      config: ACCOUNT,
      schema: { params: OneBurst },
      handler: async ({ ctx, params }, reply) => {
        await deed(ctx, params.slug, params.id);
        return reply.code(204).send();
      },
    });
  }
}
