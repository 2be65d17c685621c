import type { Context } from '../context.ts';
import { cardLanguage, CardQuery, sendCard } from '../groups/cards.ts';
import { deed, defineRoutes } from '../http.ts';
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
  CampaignAsked,
  CampaignChange,
  CampaignPage,
  CampaignQuery,
  CampaignView,
  FrontCampaign,
  NewCampaign,
  CampaignOutcome,
} from './contract.ts';
import { burstRoutes } from './bursts/routes.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { campaignExportRoutes } from './exports/routes.ts';
import { nameRoutes } from './names/routes.ts';
import { choosingRoutes } from './choosing/routes.ts';
import { coordinatorRoutes } from './coordinators/routes.ts';
import { drawRoutes } from './draws/routes.ts';
import { FramedCampaign } from './frames/contract.ts';
import { findBringing, findFrame } from './frames/queries.ts';
import { frameRoutes } from './frames/routes.ts';
import { frameCard, frameView } from './frames/views.ts';
import { findLastProof } from './proofs/queries.ts';
import { countProofRoutes } from './proofs/routes.ts';
import { findFrontCampaign, findWholeCampaign, listCampaigns } from './queries.ts';
import { hasSigned, listRecentSigners } from './signatures/queries.ts';
import { signatureRoutes } from './signatures/routes.ts';
import { signerView } from './signatures/views.ts';
import { listShareChoices } from './shares/queries.ts';
import { listSponsors } from './sponsors/queries.ts';
import { sponsorRoutes } from './sponsors/routes.ts';
import { listCampaignNews } from './updates/queries.ts';
import { updateRoutes } from './updates/routes.ts';
import { updateView } from './updates/views.ts';
import { campaignCard, row, view } from './views.ts';

const pageRoutes = defineRoutes({
  'GET /campaigns': deed(
    { who: 'anyone', query: CampaignQuery, answers: CampaignPage },
    async (ctx, { query }) => {
      const { rows, next } = await listCampaigns(ctx, query);
      return { rows: rows.map(row), next };
    },
  ),
  'GET /site/front-campaign': deed({ who: 'anyone', answers: FrontCampaign }, async (ctx) => {
    const campaign = await findFrontCampaign(ctx);
    return { campaign: campaign && row(campaign) };
  }),
  'POST /groups/:slug/campaigns': deed(
    { who: 'account', body: NewCampaign, answers: CampaignView, status: 201 },
    async (ctx, { params, body }) => seen(ctx, await createCampaign(ctx, params.slug, body)),
  ),
  'GET /campaigns/:slug': deed(
    { who: 'anyone', query: CampaignAsked, answers: CampaignView },
    (ctx, { params, query }) => seen(ctx, params.slug, query.via),
  ),
  'GET /campaigns/:slug/card.png': deed(
    { who: 'anyone', query: CardQuery, sends: 'image/png', head: true },
    async (ctx, asked, reply) => {
      const campaign = await findWholeCampaign(ctx, asked.params.slug);
      return sendCard(ctx, campaignCard(campaign, cardLanguage(ctx, asked)), { asked, reply });
    },
  ),
  'GET /campaigns/:slug/frames/:frame': deed(
    { who: 'anyone', query: CampaignAsked, answers: FramedCampaign },
    async (ctx, { params, query }) => {
      const frame = await findFrame(ctx, params.slug, params.frame);
      const campaign = await seen(ctx, params.slug, query.via, frame.slug);
      const isListed = campaign.isListed && (frame.isHomes || frame.isTellerListed);
      return { campaign: { ...campaign, isListed }, frame: frameView(ctx, frame) };
    },
  ),
  'GET /campaigns/:slug/frames/:frame/card.png': deed(
    { who: 'anyone', query: CardQuery, sends: 'image/png', head: true },
    async (ctx, asked, reply) => {
      const { slug, frame } = asked.params;
      const [campaign, told] = await Promise.all([findWholeCampaign(ctx, slug), findFrame(ctx, slug, frame)]);
      return sendCard(ctx, frameCard(campaign, told, cardLanguage(ctx, asked)), { asked, reply });
    },
  ),
  'PATCH /campaigns/:slug': deed(
    { who: 'account', body: CampaignChange, answers: CampaignView },
    async (ctx, { params, body }) => {
      await editCampaign(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  ),
  'DELETE /campaigns/:slug': deed({ who: 'account' }, (ctx, { params }) => removeCampaign(ctx, params.slug)),
});

/** From draft to published, to rest and back, to an outcome and back. */
const STATE = { who: 'account', answers: CampaignView } as const;
const stateRoutes = defineRoutes({
  'PUT /campaigns/:slug/publication': deed(STATE, after(publishCampaign)),
  'PUT /campaigns/:slug/pause': deed(STATE, after(pauseCampaign)),
  'DELETE /campaigns/:slug/pause': deed(STATE, after(resumeCampaign)),
  'DELETE /campaigns/:slug/outcome': deed(STATE, after(reopenCampaign)),
  'PUT /campaigns/:slug/outcome': deed({ ...STATE, body: CampaignOutcome }, async (ctx, { params, body }) => {
    await endCampaign(ctx, params.slug, body);
    return seen(ctx, params.slug);
  }),
});

export const campaignRoutes = {
  ...pageRoutes,
  ...stateRoutes,
  ...campaignExportRoutes,
  ...nameRoutes,
  ...signatureRoutes,
  ...burstRoutes,
  ...reminderRoutes,
  ...updateRoutes,
  ...countProofRoutes,
  ...drawRoutes,
  ...sponsorRoutes,
  ...frameRoutes,
  ...coordinatorRoutes,
  ...choosingRoutes,
};

function after(change: (ctx: Context, slug: string) => Promise<unknown>) {
  return async (ctx: Context, { params }: { params: { slug: string } }) => {
    await change(ctx, params.slug);
    return seen(ctx, params.slug);
  };
}

async function seen(ctx: Context, slug: string, via = '', frame = '') {
  const campaign = await findWholeCampaign(ctx, slug);
  const [sponsors, { bringer }, signers, updates, proof, isSigner] = await Promise.all([
    listSponsors(ctx, campaign.id),
    findBringing(ctx, slug, { code: via, frame }),
    listRecentSigners(ctx, campaign.id),
    listCampaignNews(ctx, campaign),
    findLastProof(ctx, campaign.id),
    hasSigned(ctx, campaign.id),
  ]);
  const recentSigners = signers.map(signerView);
  const home = { slug: campaign.groupSlug, name: campaign.groupName, language: campaign.language };
  const { slug: ownerSlug, name, language } = bringer ?? home;
  const owner = { slug: ownerSlug, name, language };
  const choices = campaign.sharing === 'totals' ? [] : await listShareChoices(ctx, campaign.id, ownerSlug);
  return view(ctx, campaign, {
    ...{ sponsors, owner, choices, recentSigners },
    updates: updates.map(updateView),
    proof,
    hasSigned: isSigner,
  });
}
