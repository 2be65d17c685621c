import { SponsorAnswered, SponsorAsked, SponsorList } from '../../campaigns/sponsors/contract.ts';
import { deed, defineRoutes } from '../../http.ts';
import { findEvent } from '../queries.ts';
import {
  answerEventSponsorship,
  dropEventSponsor,
  inviteEventSponsor,
  leaveEventSponsorship,
} from './actions.ts';
import { EventSponsorshipList } from './contract.ts';
import { listInvitedEventSponsors, listEventSponsorships } from './queries.ts';
import { eventSponsorshipRow } from './views.ts';

/** From the side of the event, and of the group that is asked. */
export const eventSponsorRoutes = defineRoutes({
  'GET /events/:slug/sponsors': deed({ who: 'account', answers: SponsorList }, async (ctx, { params }) => ({
    rows: await listInvitedEventSponsors(ctx, await findEvent(ctx, params.slug)),
  })),
  'PUT /events/:slug/sponsors/:group': deed({ who: 'account', body: SponsorAsked }, (ctx, { params, body }) =>
    inviteEventSponsor(ctx, params.slug, { groupSlug: params.group, word: body.word?.trim() ?? '' }),
  ),
  'DELETE /events/:slug/sponsors/:group': deed({ who: 'account' }, (ctx, { params }) =>
    dropEventSponsor(ctx, params.slug, params.group),
  ),
  'GET /groups/:slug/event-sponsorships': deed(
    { who: 'account', answers: EventSponsorshipList },
    async (ctx, { params }) => ({
      rows: (await listEventSponsorships(ctx, params.slug)).map(eventSponsorshipRow),
    }),
  ),
  'PUT /groups/:slug/event-sponsorships/:event': deed(
    { who: 'account', body: SponsorAnswered },
    (ctx, { params, body }) =>
      answerEventSponsorship(ctx, params.slug, params.event, {
        isYes: body.answer === 'yes',
        word: body.word?.trim() ?? '',
      }),
  ),
  'DELETE /groups/:slug/event-sponsorships/:event': deed({ who: 'account' }, (ctx, { params }) =>
    leaveEventSponsorship(ctx, params.slug, params.event),
  ),
});
