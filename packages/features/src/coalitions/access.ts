import { eq, sql } from 'drizzle-orm';
import { anEvent } from '../events/fixtures.ts';
import { events } from '../events/tables.ts';
import { aGroup } from '../groups/fixtures.ts';
import type { Access } from '../testing/access.ts';
import { aCampaign } from '../campaigns/fixtures.ts';
import { aClaim, anAlly, anAllyPage, aWord } from './allies/fixtures.ts';
import { aCoalition, aMandate, joinCoalition } from './fixtures.ts';
import type { coalitionRoutes } from './routes.ts';
import { aDecision, aLetter, aSignedLetter } from './sign-ons/fixtures.ts';

/** The coalition is public, and begun by the group: its steward is the coalition's. Those of coalitions: coalitions.test.ts in apps/api. */
export const coalitionAccess: Access<typeof coalitionRoutes> = {
  expected: {
    'GET /campaigns/:slug/frames': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /groups/:slug/sponsorships/:campaign/frames':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /groups/:slug/sponsorships/:campaign':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /coalitions': '401 403 403 403 201 403 403 403 | 401 404 403 403 201 404 404 404',
    'GET /coalitions/:slug': '200 200 200 200 200 200 200 200',
    'PATCH /coalitions/:slug': '401 403 403 403 204 403 403 403',
    'GET /coalitions/:slug/budget': '401 404 200 200 200 404 404 404',
    'PUT /coalitions/:slug/budget': '401 403 403 403 204 403 403 403',
    'GET /groups/:slug/coalitions/:coalition/budget': '401 404 404 404 200 404 404 404',
    'PUT /groups/:slug/coalitions/:coalition/budget':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/coalitions/:coalition/budget':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /coalitions/:slug/events.ics': '200 200 200 200 200 200 200 200',
    'GET /coalitions/:slug/groups': '200 200 200 200 200 200 200 200',
    'GET /coalitions/:slug/proposals': '401 404 404 404 200 404 404 404',
    'POST /coalitions/:slug/invitations': '401 403 403 403 202 403 403 403',
    'PUT /coalitions/:slug/groups/:group/decision': '401 403 403 403 204 403 403 403',
    'PUT /coalitions/:slug/groups/:group/suspension': '401 403 403 403 204 403 403 403',
    'DELETE /coalitions/:slug/groups/:group/suspension': '401 403 403 403 204 403 403 403',
    'PUT /coalitions/:slug/groups/:group/ending': '401 403 403 403 204 403 403 403',
    'GET /coalitions/:slug/groups/:group/steps': '401 404 404 404 200 404 404 404',
    'GET /groups/:slug/coalitions': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'POST /groups/:slug/coalitions': '401 403 403 403 202 403 403 403 | 401 404 403 403 202 404 404 404',
    'PUT /groups/:slug/coalitions/:coalition/decision':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/coalitions/:coalition':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/coalitions/:coalition/steps': '401 404 404 404 200 404 404 404',
    'GET /coalitions/:slug/delegates': '401 404 200 200 200 404 404 404',
    'PUT /groups/:slug/coalitions/:coalition/delegates/:accountId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/coalitions/:coalition/delegates/:accountId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /coalitions/:slug/councils': '401 404 200 200 200 404 404 404',
    'PUT /coalitions/:slug/councils/:event': '401 403 403 403 204 403 403 403',
    'DELETE /coalitions/:slug/councils/:event': '401 403 403 403 204 403 403 403',
    'GET /groups/:slug/coalitions/:coalition/reports': '401 404 200 200 200 404 404 404',
    'GET /coalitions/:slug/allies': '200 200 200 200 200 200 200 200',
    'POST /coalitions/:slug/allies': '401 403 403 403 201 403 403 403',
    'GET /allies/:slug': '200 200 200 200 200 200 200 200',
    'PATCH /allies/:slug': '401 403 403 403 200 403 403 403',
    'PUT /allies/:slug/removal': '401 403 403 403 204 403 403 403',
    'DELETE /allies/:slug/removal': '401 404 404 404 204 404 404 403',
    'DELETE /allies/:slug/campaigns/:campaign': '401 403 403 403 204 403 403 403',
    'POST /allies/:slug/claims': '401 202 202 202 202 202 202 202',
    'DELETE /allies/:slug/claims/own': '401 204 404 404 404 404 404 404',
    'GET /allies/:slug/claims': '401 404 404 404 200 404 404 200',
    'PUT /allies/:slug/claims/:claimId/decision': '401 404 404 404 204 404 404 204',
    'PUT /groups/:slug/coalitions/:coalition/reports/:event': '401 404 403 403 204 404 404 404',
    'GET /campaigns/:slug/sign-ons': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /campaigns/:slug/sign-ons/own': '401 200 200 200 200 200 200 200 | 401 404 200 200 200 404 404 404',
    // What everybody reads is signed by no private group.
    'PUT /groups/:slug/sign-ons/:campaign':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 409 404 404 404',
    'DELETE /groups/:slug/sign-ons/:campaign':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const coalition = await aCoalition(site, { home: group });
    const path = `/coalitions/${coalition.slug}`;
    await site.as(group.steward).patch(path, { seats: 2 });
    await site.as(group.steward).put(`${path}/budget`, { mostAWeek: 3 });
    const [beside, applicant] = [
      await aGroup(site, { name: 'Beside' }),
      await aGroup(site, { name: 'Applicant' }),
    ];
    await joinCoalition(site, coalition, beside);
    const asked = { coalition: coalition.slug, answers: [] };
    await site.as(applicant.steward).post(`/groups/${applicant.slug}/coalitions`, asked);
    const [inviting, open] = [await aCoalition(site), await aCoalition(site)];
    await site.as(inviting.steward).post(`/coalitions/${inviting.slug}/invitations`, { group: group.slug });
    const council = await anEvent(site, { group: coalition });
    await site.as(group.steward).put(`${path}/councils/${council.slug}`);
    await site.db
      .update(events)
      .set({ startsAt: sql`now() - interval '2 hours'`, endsAt: sql`now() - interval '1 hour'` })
      .where(eq(events.id, council.id));
    const [ally, downAlly] = [await anAlly(site, coalition), await anAlly(site, coalition)];
    await site.as(group.steward).put(`/allies/${downAlly.slug}/removal`);
    const { slug: naming } = await aCampaign(site, coalition, group.steward);
    await site.as(group.steward).put(`/campaigns/${naming}/sponsors/${ally.slug}`, {});
    const claimId = await aClaim(site, ally, cast.newcomer);
    const [letter, signedLetter] = [await aLetter(site, group), await aSignedLetter(site, group)];
    return {
      letter: letter.slug,
      letterSaid: await letter.said(),
      signedLetter: signedLetter.slug,
      'allies/:slug': ally.slug,
      ':claimId': claimId,
      namingCampaign: naming,
      downAlly: downAlly.slug,
      'coalitions/:slug': coalition.slug,
      'coalitions/:coalition': coalition.slug,
      'groups/:group': beside.slug,
      'delegates/:accountId': cast.member.id,
      'councils/:event': council.slug,
      'reports/:event': council.slug,
      applicantGroup: applicant.slug,
      invitingCoalition: inviting.slug,
      openCoalition: open.slug,
      coalitionSteward: group.steward.id,
    };
  },
  asks: (things) => ({
    'GET /groups/:slug/sponsorships/:campaign/frames': { params: { campaign: things.carried } },
    'GET /campaigns/:slug/sign-ons': { params: { slug: things.letter } },
    'GET /campaigns/:slug/sign-ons/own': { params: { slug: things.letter } },
    'PUT /groups/:slug/sign-ons/:campaign': {
      params: { campaign: things.letter },
      body: { ...aDecision, letter: things.letterSaid },
    },
    'DELETE /groups/:slug/sign-ons/:campaign': { params: { campaign: things.signedLetter } },
    'POST /coalitions': { body: { name: 'Another coalition', group: things['groups/:slug'], ...aMandate } },
    'PATCH /coalitions/:slug': { body: { seats: 3 } },
    'PUT /coalitions/:slug/budget': { body: { mostAWeek: 3 } },
    'PUT /groups/:slug/coalitions/:coalition/budget': { body: { mostAWeek: 3 } },
    'POST /coalitions/:slug/invitations': { body: { group: things.applicantGroup } },
    'PUT /coalitions/:slug/groups/:group/decision': {
      params: { group: things.applicantGroup },
      body: { decision: 'accepted' },
    },
    'PUT /coalitions/:slug/groups/:group/suspension': { body: { reason: 'They copied the list.' } },
    'PUT /coalitions/:slug/groups/:group/ending': { body: { reason: 'They copied the list.' } },
    'POST /groups/:slug/coalitions': { body: { coalition: things.openCoalition, answers: [] } },
    'PUT /groups/:slug/coalitions/:coalition/decision': {
      params: { coalition: things.invitingCoalition },
      body: { decision: 'accepted' },
    },
    'PUT /groups/:slug/coalitions/:coalition/delegates/:accountId': { body: aMandate },
    'DELETE /groups/:slug/coalitions/:coalition/delegates/:accountId': {
      params: { accountId: things.coalitionSteward },
    },
    'POST /coalitions/:slug/allies': { body: anAllyPage },
    'PATCH /allies/:slug': { body: { summary: 'They walk to work.' } },
    'DELETE /allies/:slug/removal': { params: { slug: things.downAlly } },
    'DELETE /allies/:slug/campaigns/:campaign': { params: { campaign: things.namingCampaign } },
    'POST /allies/:slug/claims': { body: aWord },
    'PUT /allies/:slug/claims/:claimId/decision': { body: { decision: 'accepted' } },
    'PUT /groups/:slug/coalitions/:coalition/reports/:event': { body: { text: 'We decided together.' } },
  }),
};
