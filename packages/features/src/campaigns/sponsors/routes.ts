import { deed, defineRoutes } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { acceptSponsorship, dropSponsor, inviteSponsor, leaveSponsorship } from './actions.ts';
import { SponsorList, SponsorshipList } from './contract.ts';
import { listInvitedSponsors, listSponsorships } from './queries.ts';
import { sponsorshipRow } from './views.ts';

/** From the side of the campaign, and of the group that is asked. */
export const sponsorRoutes = defineRoutes({
  'GET /campaigns/:slug/sponsors': deed(
    { who: 'account', answers: SponsorList },
    async (ctx, { params }) => ({
      rows: await listInvitedSponsors(ctx, await findCampaign(ctx, params.slug)),
    }),
  ),
  'PUT /campaigns/:slug/sponsors/:group': deed({ who: 'account' }, (ctx, { params }) =>
    inviteSponsor(ctx, params.slug, params.group),
  ),
  'DELETE /campaigns/:slug/sponsors/:group': deed({ who: 'account' }, (ctx, { params }) =>
    dropSponsor(ctx, params.slug, params.group),
  ),
  'GET /groups/:slug/sponsorships': deed(
    { who: 'account', answers: SponsorshipList },
    async (ctx, { params }) => ({ rows: (await listSponsorships(ctx, params.slug)).map(sponsorshipRow) }),
  ),
  'PUT /groups/:slug/sponsorships/:campaign': deed({ who: 'account' }, (ctx, { params }) =>
    acceptSponsorship(ctx, params.slug, params.campaign),
  ),
  'DELETE /groups/:slug/sponsorships/:campaign': deed({ who: 'account' }, (ctx, { params }) =>
    leaveSponsorship(ctx, params.slug, params.campaign),
  ),
});
