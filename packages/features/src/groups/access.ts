import { anAccount } from '../accounts/fixtures.ts';
import type { Access } from '../testing/access.ts';
import { aMember } from './fixtures.ts';
import type { groupRoutes } from './routes.ts';

export const groupAccess: Access<ReturnType<typeof groupRoutes>> = {
  expected: {
    'GET /groups': '200 200 200 200 200 200 200 200',
    'POST /groups': '401 201 201 201 201 201 201 201',
    'GET /groups/:slug': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'PATCH /groups/:slug': '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'PUT /groups/:slug/deletion': '401 403 403 403 422 403 403 403 | 401 404 403 403 422 404 404 404',
    'DELETE /groups/:slug/deletion': '401 403 403 403 404 403 403 403 | 401 404 403 403 404 404 404 404',
    'GET /groups/:slug/news': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /groups/:slug/card.png': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'PUT /groups/:slug/membership': '401 200 200 200 200 200 403 200 | 401 404 200 200 200 404 404 404',
    'PATCH /groups/:slug/membership': '401 404 200 200 200 404 404 404',
    'DELETE /groups/:slug/membership': '401 404 204 204 409 404 404 404',
    'GET /groups/:slug/members': '401 404 200 200 200 404 404 404',
    'PATCH /groups/:slug/members/:accountId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/members/:accountId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/roles': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/roles': '401 403 403 403 201 403 403 403 | 401 404 403 403 201 404 404 404',
    'PUT /groups/:slug/roles/:roleId': '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'DELETE /groups/:slug/roles/:roleId': '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/join-requests': '401 404 404 404 200 404 404 404',
    'POST /groups/:slug/join-requests': '401 403 403 403 403 403 403 403 | 401 404 403 403 403 404 404 404',
    'DELETE /groups/:slug/join-requests/own': '401 404 404 404 404 404 404 404',
    'PUT /groups/:slug/join-requests/:requestId/decision':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/invitations': '401 404 404 404 200 404 404 404',
    'POST /groups/:slug/invitations': '401 403 403 403 201 403 403 403 | 401 404 403 403 201 404 404 404',
    'DELETE /groups/:slug/invitations/:invitationId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /invitations/:token': '200 200 200 200 200 200 404 200',
    'PUT /invitations/:token/intent': '204 204 204 204 204 204 404 204',
    'PUT /invitations/:token/acceptance': '401 200 200 200 200 200 404 200',
    'POST /groups/:slug/invitation-mails':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'POST /groups/:slug/invitations/:invitationId/mails':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    // A link is no proof of a mailbox: only an invitation by mail opens an account at once.
    'PUT /invitations/:token/account': '404 404 404 404 404 404 404 404',
    'POST /invitations/:token/openings': '202 202 202 202 202 202 404 202',
    'GET /groups/:slug/bans': '401 404 404 404 200 404 404 404',
    'PUT /groups/:slug/bans/:accountId': '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/bans/:accountId':
      '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/domain': '401 404 404 404 200 404 404 404',
    'PUT /groups/:slug/domain': '401 404 404 404 200 404 404 404',
    'DELETE /groups/:slug/domain': '401 404 404 404 204 404 404 404',
    'POST /groups/:slug/domain/looks': '401 404 404 404 200 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const steward = site.as(cast.steward);
    const path = `/groups/${group.slug}`;
    await aMember(site, group, 'organizer', cast.organizer);
    await aMember(site, group, 'member', cast.member);
    await aMember(site, group, 'member', cast.banned);
    await steward.put(`${path}/bans/${cast.banned.id}`);
    await site.work();
    const companion = await aMember(site, group, 'member');
    await steward.patch(path, { joining: 'approval', questions: [] });
    const invitation = await steward.post(`${path}/invitations`, { days: 7 });
    await steward.post(`${path}/invitation-mails`, {
      addresses: 'invited@example.net',
      role: 'member',
      language: 'en',
    });
    await steward.put(`${path}/domain`, { domain: `${group.slug}.example`, localPart: 'hello' });
    const roles = await steward.post(`${path}/roles`, { name: 'Talk', responsibilities: ['moderate'] });
    const mailed = await steward.get(`${path}/invitations?isMailed=true`);
    await site.as(await anAccount(site)).post(`${path}/join-requests`, { answers: [] });
    const requests = await steward.get(`${path}/join-requests`);
    await steward.patch(path, { joining: 'open' });
    return {
      ':groupId': group.id,
      ':accountId': companion.id,
      'bans/:accountId': cast.banned.id,
      ':roleId': roles.body.rows[0].id,
      ':requestId': requests.body.rows[0].id,
      ':invitationId': invitation.body.id,
      mailedInvitation: mailed.body.rows[0].id,
      'invitations/:token': String(invitation.body.url).split('/').at(-1) ?? '',
    };
  },
  asks: (things) => ({
    'POST /groups': { body: { name: 'A new group' } },
    'PATCH /groups/:slug': { body: { summary: 'Another summary' } },
    'PUT /groups/:slug/deletion': { body: { name: 'not its name' } },
    'PATCH /groups/:slug/membership': { body: { name: 'M.', pronouns: null } },
    'PATCH /groups/:slug/members/:accountId': { body: { role: 'organizer' } },
    'POST /groups/:slug/roles': { body: { name: 'Press', responsibilities: ['publish'] } },
    'PUT /groups/:slug/roles/:roleId': { body: { name: 'Lists', responsibilities: ['see_people'] } },
    'POST /groups/:slug/join-requests': { body: { answers: [] } },
    'PUT /groups/:slug/join-requests/:requestId/decision': { body: { decision: 'accepted' } },
    'POST /groups/:slug/invitations': { body: { days: 7 } },
    'POST /groups/:slug/invitation-mails': {
      body: { addresses: 'Rosa <rosa@example.net>', role: 'member', language: 'es' },
    },
    'POST /groups/:slug/invitations/:invitationId/mails': {
      params: { invitationId: things.mailedInvitation },
    },
    'PUT /invitations/:token/account': {
      body: { name: 'Rosa', password: 'four words in a row', language: 'es' },
    },
    'POST /invitations/:token/openings': {
      body: { name: 'Rosa', email: 'rosa@example.net', password: 'four words in a row', language: 'es' },
    },
    'PUT /groups/:slug/domain': { body: { domain: 'another.example', localPart: 'us' } },
    'PUT /groups/:slug/bans/:accountId': { params: { accountId: things[':accountId'] } },
  }),
};
