import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { postUpdate } from './actions.ts';
import { NewUpdate, Receivers, UpdateList, UpdateProgress } from './contract.ts';
import { listUpdates } from './queries.ts';

const OfCampaign = Type.Object({ slug: Type.String() });
const ACCOUNT = { who: 'account' } as const;

export function updateRoutes(app: Door): void {
  app.get(
    '/campaigns/:slug/updates',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: UpdateList } } },
    async ({ ctx, params }) => {
      const rows = await listUpdates(ctx, await findCampaign(ctx, params.slug));
      return { rows: rows.map(progress) };
    },
  );

  app.get(
    '/campaigns/:slug/receivers',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: Receivers } } },
    async ({ ctx, params }) => {
      const campaign = await findCampaign(ctx, params.slug);
      permit(campaignPolicy, 'count', campaign);
      return { count: await countReceivers(ctx, campaign.id) };
    },
  );

  app.post(
    '/campaigns/:slug/updates',
    { config: ACCOUNT, schema: { params: OfCampaign, body: NewUpdate, response: { 201: UpdateProgress } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(progress(await postUpdate(ctx, params.slug, body))),
  );
}

type Update = Omit<UpdateProgress, 'createdAt' | 'mailedAt'> & { createdAt: Date; mailedAt: Date | null };
function progress({ createdAt, mailedAt, ...update }: Update): UpdateProgress {
  return { ...update, createdAt: createdAt.toISOString(), mailedAt: mailedAt?.toISOString() ?? null };
}
