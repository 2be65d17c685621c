import type { Context } from '../../context.ts';
import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { allowed } from '../../policy.ts';
import { addAlly, editAlly, putBackAlly, takeDownAlly, takeOffCampaign } from './actions.ts';
import { claimAlly, decideClaim, withdrawClaim } from './claims/actions.ts';
import { AllyChange, AllyPage, AllyView, ClaimDecision, ClaimPage, NewAlly, NewClaim } from './contract.ts';
import { keeperPolicy } from './policy.ts';
import { findAlly, listAllies, listCampaignsNaming, listClaims, type SeenAlly } from './queries.ts';
import { allyView } from './views.ts';

/** From the side of those who keep the page. */
const keeperSide = defineRoutes({
  'GET /coalitions/:slug/allies': deed(
    { who: 'anyone', query: PageQuery, answers: AllyPage },
    async (ctx, { params, query }) => {
      const { coalition, rows, next } = await listAllies(ctx, params.slug, query);
      return { rows, next, can: { add: allowed(keeperPolicy, coalition).add } };
    },
  ),
  'POST /coalitions/:slug/allies': deed(
    { who: 'account', body: NewAlly, answers: AllyView, status: 201 },
    async (ctx, { params, body }) => seen(ctx, await addAlly(ctx, params.slug, body)),
  ),
  'PATCH /allies/:slug': deed(
    { who: 'account', body: AllyChange, answers: AllyView },
    async (ctx, { params, body }) => seen(ctx, await editAlly(ctx, params.slug, body)),
  ),
  'PUT /allies/:slug/removal': deed({ who: 'account' }, (ctx, { params }) => takeDownAlly(ctx, params.slug)),
  'DELETE /allies/:slug/removal': deed({ who: 'account' }, (ctx, { params }) =>
    putBackAlly(ctx, params.slug),
  ),
  'DELETE /allies/:slug/campaigns/:campaign': deed({ who: 'account' }, (ctx, { params }) =>
    takeOffCampaign(ctx, params),
  ),
  'GET /allies/:slug/claims': deed(
    { who: 'account', query: PageQuery, answers: ClaimPage },
    (ctx, { params, query }) => listClaims(ctx, params.slug, query),
  ),
  'PUT /allies/:slug/claims/:claimId/decision': deed(
    { who: 'account', body: ClaimDecision },
    (ctx, { params, body }) => decideClaim(ctx, params, body),
  ),
});

/** From the side of everybody else: of whom some say that it is them. */
const openSide = defineRoutes({
  'GET /allies/:slug': deed({ who: 'anyone', answers: AllyView }, async (ctx, { params }) =>
    seen(ctx, await findAlly(ctx, params.slug)),
  ),
  'POST /allies/:slug/claims': deed(
    { who: 'account', body: NewClaim, status: 202 },
    (ctx, { params, body }) => claimAlly(ctx, params.slug, body),
  ),
  'DELETE /allies/:slug/claims/own': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawClaim(ctx, params.slug),
  ),
});

export const allyRoutes = { ...openSide, ...keeperSide };

async function seen(ctx: Context, ally: SeenAlly) {
  return allyView(ally, await listCampaignsNaming(ctx, ally));
}
