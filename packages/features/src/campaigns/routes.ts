import { Type } from 'typebox';
import type { Context } from '../context.ts';
import { cardLanguage, CardQuery, sendCard } from '../groups/cards.ts';
import { HEAD, type Door } from '../http.ts';
import {
  createCampaign,
  editCampaign,
  endCampaign,
  pauseCampaign,
  publishCampaign,
  removeCampaign,
  reopenCampaign,
  resumeCampaign,
} from './actions.ts';
import {
  CampaignChange,
  CampaignPage,
  CampaignQuery,
  CampaignView,
  FrontCampaign,
  NewCampaign,
  Outcome,
} from './contract.ts';
import { burstRoutes } from './bursts/routes.ts';
import { campaignExportRoutes } from './exports/routes.ts';
import { findCampaignPage, findFrontCampaign, listCampaigns } from './queries.ts';
import { signatureRoutes } from './signatures/routes.ts';
import { sponsorRoutes } from './sponsors/routes.ts';
import { updateRoutes } from './updates/routes.ts';
import { card, row, view } from './views.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneCampaign = Type.Object({ slug: Type.String() });
const ANYONE = { who: 'anyone' } as const;
const ACCOUNT = { who: 'account' } as const;

export function campaignRoutes(app: Door): void {
  app.get(
    '/campaigns',
    { config: ANYONE, schema: { querystring: CampaignQuery, response: { 200: CampaignPage } } },
    async ({ ctx, query }) => {
      const { rows, next } = await listCampaigns(ctx, query);
      return { rows: rows.map(row), next };
    },
  );

  app.get(
    '/site/front-campaign',
    { config: ANYONE, schema: { response: { 200: FrontCampaign } } },
    async ({ ctx }) => {
      const campaign = await findFrontCampaign(ctx);
      return { campaign: campaign && row(campaign) };
    },
  );

  app.post(
    '/groups/:slug/campaigns',
    { config: ACCOUNT, schema: { params: InGroup, body: NewCampaign, response: { 201: CampaignView } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await seen(ctx, await createCampaign(ctx, params.slug, body))),
  );

  app.patch(
    '/campaigns/:slug',
    {
      config: ACCOUNT,
      schema: { params: OneCampaign, body: CampaignChange, response: { 200: CampaignView } },
    },
    async ({ ctx, params, body }) => {
      await editCampaign(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  );

  app.delete(
    '/campaigns/:slug',
    { config: ACCOUNT, schema: { params: OneCampaign } },
    async ({ ctx, params }, reply) => {
      await removeCampaign(ctx, params.slug);
      return reply.code(204).send();
    },
  );

  pageRoutes(app);
  stateRoutes(app);
  campaignExportRoutes(app);
  signatureRoutes(app);
  burstRoutes(app);
  updateRoutes(app);
  sponsorRoutes(app);
}

/** A campaign's page, and the picture of one that has none of its own, for whoever draws a card of its link. */
function pageRoutes(app: Door) {
  app.get(
    '/campaigns/:slug',
    { config: ANYONE, schema: { params: OneCampaign, response: { 200: CampaignView } } },
    ({ ctx, params }) => seen(ctx, params.slug),
  );

  app.get(
    '/campaigns/:slug/card.png',
    { config: ANYONE, ...HEAD, schema: { params: OneCampaign, querystring: CardQuery } },
    async (request, reply) => {
      const campaign = await findCampaignPage(request.ctx, request.params.slug);
      return sendCard(request, reply, card(campaign, cardLanguage(request)));
    },
  );
}

/** From draft to published, to rest and back, to an outcome and back. */
function stateRoutes(app: Door) {
  const schema = { params: OneCampaign, response: { 200: CampaignView } };
  const deeds = [
    { method: 'PUT', path: 'publication', deed: publishCampaign },
    { method: 'PUT', path: 'pause', deed: pauseCampaign },
    { method: 'DELETE', path: 'pause', deed: resumeCampaign },
    { method: 'DELETE', path: 'outcome', deed: reopenCampaign },
  ] as const;
  for (const { method, path, deed } of deeds) {
    app.route({
      method,
      url: `/campaigns/:slug/${path}`,
      config: ACCOUNT,
      schema,
      handler: async ({ ctx, params }) => {
        await deed(ctx, params.slug);
        return seen(ctx, params.slug);
      },
    });
  }

  app.put(
    '/campaigns/:slug/outcome',
    { config: ACCOUNT, schema: { ...schema, body: Outcome } },
    async ({ ctx, params, body }) => {
      await endCampaign(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  );
}

async function seen(ctx: Context, slug: string) {
  return view(ctx, await findCampaignPage(ctx, slug));
}
