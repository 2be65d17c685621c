import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { postUpdate } from './actions.ts';
import { NewUpdate, PostedUpdate, Receivers, UpdateList } from './contract.ts';
import { mailingOf } from './mailed.ts';
import { listUpdates } from './queries.ts';

const OfCampaign = Type.Object({ slug: Type.String() });
const ACCOUNT = { who: 'account' } as const;

export function updateRoutes(app: Door): void {
  app.get(
    '/campaigns/:slug/updates',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: UpdateList } } },
    async ({ ctx, params }) => {
      const rows = await listUpdates(ctx, await findCampaign(ctx, params.slug));
      return { rows: rows.map((row) => ({ ...faceOf(row), mailing: mailingOf(row) })) };
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
    { config: ACCOUNT, schema: { params: OfCampaign, body: NewUpdate, response: { 201: PostedUpdate } } },
    async ({ ctx, params, body }, reply) => {
      const update = await postUpdate(ctx, params.slug, body);
      return reply.code(201).send(faceOf(update));
    },
  );
}

function faceOf({ id, title, createdAt }: { id: string; title: string; createdAt: Date }) {
  return { id, title, createdAt: createdAt.toISOString() };
}
