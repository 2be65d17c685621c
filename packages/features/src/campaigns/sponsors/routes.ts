import { deed, defineRoutes } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { answerSponsorship, dropSponsor, inviteSponsor, leaveSponsorship } from './actions.ts';
import { SponsorAnswered, SponsorAsked, SponsorList, SponsorshipList } from './contract.ts';
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
  'PUT /campaigns/:slug/sponsors/:group': deed(
    { who: 'account', body: SponsorAsked },
    (ctx, { params, body }) =>
      inviteSponsor(ctx, params.slug, { groupSlug: params.group, word: body.word?.trim() ?? '' }),
  ),
  'DELETE /campaigns/:slug/sponsors/:group': deed({ who: 'account' }, (ctx, { params }) =>
    dropSponsor(ctx, params.slug, params.group),
  ),
  'GET /groups/:slug/sponsorships': deed(
    { who: 'account', answers: SponsorshipList },
    async (ctx, { params }) => ({ rows: (await listSponsorships(ctx, params.slug)).map(sponsorshipRow) }),
  ),
  'PUT /groups/:slug/sponsorships/:campaign': deed(
    { who: 'account', body: SponsorAnswered },
    (ctx, { params, body }) =>
      answerSponsorship(ctx, params.slug, params.campaign, {
        isYes: body.answer === 'yes',
        word: body.word?.trim() ?? '',
      }),
  ),
  'DELETE /groups/:slug/sponsorships/:campaign': deed({ who: 'account' }, (ctx, { params }) =>
    leaveSponsorship(ctx, params.slug, params.campaign),
  ),
});
