import type { RouteName } from '@groundwork/features/routes';
import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, rewindingApi } from './walking.ts';

const TIMEOUT_MS = 240_000;

/** What people may still do to a frozen group and its things: end, leave, take back, mark as read, and guard. */
const GOES_ON: RouteName[] = [
  'DELETE /campaigns/:slug/signatures/:id/hiding',
  'DELETE /groups/:slug/answer-desk',
  'DELETE /groups/:slug/bans/:accountId',
  // Its mail goes out from the site's address again.
  'DELETE /groups/:slug/domain',
  // A group goes, and calls back who speaks for it.
  'DELETE /groups/:slug/coalitions/:coalition',
  'DELETE /groups/:slug/coalitions/:coalition/delegates/:accountId',
  'DELETE /groups/:slug/compacts/:compactId/overlaps/:useId',
  // It takes back what it said yes to.
  'DELETE /groups/:slug/coalitions/:coalition/budget',
  'DELETE /groups/:slug/compacts/:compactId/uses/:useId',
  // Its coalition is another group, and not frozen.
  'DELETE /coalitions/:slug/councils/:event',
  'DELETE /coalitions/:slug/groups/:group/suspension',
  'PATCH /coalitions/:slug',
  'POST /coalitions/:slug/invitations',
  'PUT /coalitions/:slug/budget',
  'PUT /coalitions/:slug/councils/:event',
  'PUT /coalitions/:slug/groups/:group/decision',
  'PUT /coalitions/:slug/groups/:group/ending',
  'PUT /coalitions/:slug/groups/:group/suspension',
  // Nor is the ally that it keeps.
  'DELETE /allies/:slug/campaigns/:campaign',
  'DELETE /allies/:slug/claims/own',
  'DELETE /allies/:slug/removal',
  'PATCH /allies/:slug',
  'POST /allies/:slug/claims',
  'POST /coalitions/:slug/allies',
  'PUT /allies/:slug/claims/:claimId/decision',
  'PUT /allies/:slug/removal',
  'DELETE /groups/:slug/invitations/:invitationId',
  'DELETE /groups/:slug/members/:accountId',
  // How somebody is told, and how loud it is for them, is theirs.
  'PUT /notices/seen',
  'PUT /groups/:slug/loudness',
  'DELETE /groups/:slug/membership',
  'DELETE /groups/:slug/people/:personId',
  'DELETE /groups/:slug/sign-ons/:campaign',
  // What it put up or agreed it ends.
  'PUT /listings/:id/closing',
  'PUT /listings/:id/answers/:answerId/fulfilment',
  'DELETE /listings/:id/answers/:answerId',
  'DELETE /messages/:messageId',
  'DELETE /own-records/:sealed',
  // What people do about their own record.
  'PATCH /own-records/:sealed',
  'PUT /own-records/:sealed/answer',
  'POST /own-records/:sealed/emails',
  'PUT /own-records/:sealed/emails/removed',
  'PUT /own-emails/:sealed',
  'DELETE /rsvps/:sealed',
  'DELETE /signatures/:sealed',
  'DELETE /subscriptions/:sealed',
  'DELETE /subscriptions/:sealed/membership',
  'DELETE /subscriptions/:sealed/writers/:choice',
  'PUT /subscriptions/:sealed/all',
  'PUT /subscriptions/:sealed/campaigns/:choice',
  'PUT /subscriptions/:sealed/monthly',
  'PATCH /groups/:slug/members/:accountId',
  'PATCH /groups/:slug/membership',
  // What a group holds stays its stewards' to take with them.
  'POST /campaigns/:slug/names/books',
  'POST /campaigns/:slug/names/exports',
  'POST /groups/:slug/campaigns/exports',
  'POST /groups/:slug/events/exports',
  'POST /groups/:slug/listings/exports',
  'POST /groups/:slug/targets/exports',
  'POST /groups/:slug/people/exports',
  'POST /groups/:slug/sponsorships/:campaign/draws/exports',
  'POST /groups/:slug/sponsorships/:campaign/names/exports',
  'POST /groups/:slug/people-deeds/:deedId/exports',
  'POST /subscriptions/:sealed/own-record-mails',
  'POST /unsubscriptions/:sealed',
  'POST /hushings/:kind/:sealed',
  'PUT /quieter/:kind/:sealed',
  'DELETE /quieter/:kind/:sealed',
  // To read what was said, and to take it back.
  'PUT /groups/:slug/announcements/:id/reading',
  'DELETE /groups/:slug/announcements/:id',
  'PUT /groups/:slug/welcome/reading',
  'PUT /campaigns/:slug/signatures/:id/hiding',
  // Words come off its page; it puts nothing back.
  'PUT /campaigns/:slug/updates/:id/hiding',
  'DELETE /campaigns/:slug/frames/:frame',
  'DELETE /campaigns/:slug/frames/:frame/publication',
  'DELETE /campaigns/:slug/frames/:frame/question',
  'PUT /channels/:channelId/reading',
  'PUT /channels/:channelId/leaving',
  'DELETE /channels/:channelId/leaving',
  'PUT /channels/:channelId/muting',
  'DELETE /channels/:channelId/muting',
  'PUT /channels/:channelId/block',
  'DELETE /channels/:channelId/block',
  'PUT /groups/:slug/bans/:accountId',
  'PUT /groups/:slug/compacts/:compactId/ending',
  'PUT /subjects/:kind/:key/report',
  'PUT /reports/:reportId/decision',
  'DELETE /reports/:reportId/decision',
  'PUT /groups/:slug/people-deeds/:deedId/file',
  // It takes sight away.
  'DELETE /groups/:slug/people-views/:viewId/shares/:accountId',
  // Whoever is in already, or has confirmed already, hears so again; nothing is written.
  'PUT /groups/:slug/exchanges/:exchangeId/rest',
  // To write to fewer, or to nobody.
  'PUT /groups/:slug/ladders/:ladderId/closing',
  'PUT /groups/:slug/ladders/:ladderId/ending',
  'PUT /groups/:slug/ladders/:ladderId/stop',
  'PUT /groups/:slug/membership',
  'PUT /invitations/:token/acceptance',
  // Kept by a browser; joining is refused on arrival.
  'PUT /invitations/:token/intent',
  'PUT /rsvps/:sealed/confirmation',
  'PUT /signatures/:sealed/confirmation',
  // Which of the groups that were ticked shall have the name: none gets it before that counts.
  'PUT /signatures/:sealed/shares',
  // A person's own yes to mail, which goes out only once the group may write again.
  'PUT /rsvps/:sealed/subscription',
  'PUT /subscriptions/:sealed',
  'PUT /subscriptions/:sealed/membership',
  'PUT /subscriptions/:sealed/writers/:choice',
];

/** Not of any group. */
const ELSEWHERE =
  /^\w+ \/(site|account|accounts|session|setup|password-resets|pictures|account-openings|account-invitations|intents|own-mailboxes)\b|^POST \/groups$/;

test(
  'in a frozen group nothing new is written, mailed or joined, by whatever route',
  async () => {
    const site = await aSite();
    const { cast, open } = await neighbourhood(site);
    const frozen = await site
      .as(cast.siteSteward)
      .put(`/site/groups/${open[':groupId']}/measures/frozen`, { reason: 'It is under review.' });
    expect(frozen.status).toBe(204);
    const { app, routes, rewind } = await rewindingApi(site);
    const goesOn: RouteName[] = [];
    const writing = routes.filter((route) => !route.startsWith('GET') && !ELSEWHERE.test(route));
    for (const route of writing) {
      for (const viewer of [null, cast.newcomer, cast.member, cast.steward]) {
        const { status } = await knockAs(app, viewer, { route, things: open });
        if (status < 300 && !goesOn.includes(route)) goesOn.push(route);
        await rewind();
      }
    }
    expect(goesOn.sort()).toEqual(GOES_ON.toSorted());
  },
  TIMEOUT_MS,
);
