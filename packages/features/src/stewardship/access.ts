import type { Access } from '../testing/access.ts';
import type { stewardshipRoutes } from './routes.ts';

const reason = 'It writes to people who said no.';

export const stewardshipAccess: Access<typeof stewardshipRoutes> = {
  expected: {
    'GET /setup/:token': '404 404 404 404 404 404 404 404',
    'POST /setup/:token': '404 404 404 404 404 404 404 404',
    'GET /site/status': '404 404 404 404 404 404 404 200',
    'POST /site/test-mails': '404 404 404 404 404 404 404 409',
    'POST /site/backups': '404 404 404 404 404 404 404 409',
    'GET /site/accounts': '404 404 404 404 404 404 404 200',
    'PUT /site/stewards/:accountId': '404 404 404 404 404 404 404 204',
    'DELETE /site/stewards/:accountId': '404 404 404 404 404 404 404 404',
    'GET /site/settings': '404 404 404 404 404 404 404 200',
    'PATCH /site': '404 404 404 404 404 404 404 200',
    'GET /site/first-steps': '404 404 404 404 404 404 404 200',
    'DELETE /site/first-steps': '404 404 404 404 404 404 404 204',
    'GET /site/accounts/:accountId': '404 404 404 404 404 404 404 200',
    'PUT /site/accounts/:accountId/suspension': '404 404 404 404 404 404 404 204',
    'DELETE /site/accounts/:accountId/suspension': '404 404 404 404 404 404 404 404',
    'DELETE /site/accounts/:accountId/sessions': '404 404 404 404 404 404 404 204',
    'GET /site/groups': '404 404 404 404 404 404 404 200',
    'GET /site/groups/:groupId': '404 404 404 404 404 404 404 200',
    'PUT /site/groups/:groupId/vouching': '404 404 404 404 404 404 404 204',
    'DELETE /site/groups/:groupId/vouching': '404 404 404 404 404 404 404 204',
    'PUT /site/groups/:groupId/measures/:kind': '404 404 404 404 404 404 404 204',
    'DELETE /site/groups/:groupId/measures/:kind': '404 404 404 404 404 404 404 404',
    'POST /site/groups/:groupId/stewards': '404 404 404 404 404 404 404 409',
    'GET /site/outbox': '404 404 404 404 404 404 404 200',
    'POST /site/outbox/searches': '404 404 404 404 404 404 404 200',
    'GET /site/outbox/:mailId': '404 404 404 404 404 404 404 200',
    'POST /site/outbox/:mailId/openings': '404 404 404 404 404 404 404 201',
    'GET /account/letter-openings': '401 200 200 200 200 200 200 200',
    'GET /site/allowances': '404 404 404 404 404 404 404 200',
    'PUT /site/allowances': '404 404 404 404 404 404 404 204 | 404 404 404 404 404 404 404 422',
    'DELETE /site/allowances/:subjectId': '404 404 404 404 404 404 404 404',
  },
  async furnish(site, { cast, things }) {
    const asker = site.as(cast.siteSteward);
    await asker.post('/site/invitations', { email: 'guest@example.org' });
    const invitations = await asker.get('/site/invitations');
    const outbox = await asker.get('/site/outbox');
    return {
      ':mailId': outbox.body.rows[0].id,
      siteInvitation: invitations.body.rows[0].id,
      ':subjectId': things[':accountId'] ?? '',
      'measures/:kind': 'frozen',
    };
  },
  asks: (things) => ({
    'PATCH /site': { body: { opening: 'invited' } },
    'PUT /site/allowances': { body: { to: things['groups/:slug'], times: 5 } },
    'PUT /site/accounts/:accountId/suspension': { body: { reason } },
    'PUT /site/groups/:groupId/measures/:kind': { body: { reason } },
    'POST /site/groups/:groupId/stewards': { body: { email: 'nobody@example.org' } },
    'POST /site/outbox/searches': { body: { address: 'guest@example.org' } },
    'POST /site/outbox/:mailId/openings': { body: {} },
    'POST /site/invitations': { body: { email: 'friend@example.org' } },
    'DELETE /site/invitations/:invitationId': { params: { invitationId: things.siteInvitation } },
    'POST /setup/:token': {
      body: {
        ...{ email: 'new@example.org', name: 'New', password: 'river lantern branch nine', language: 'en' },
        ...{ timeZone: 'UTC', siteName: 'Mine', languages: ['en'], opening: 'anyone' },
        ...{ groupName: 'Mine', groupSummary: '' },
      },
    },
  }),
};
