import { newId } from '@groundwork/database';
import type { Access } from '../testing/access.ts';
import type { accountRoutes } from './routes.ts';

const password = 'a long enough sentence';
const newPassword = 'river lantern branch nine';

export const accountAccess: Access<ReturnType<typeof accountRoutes>> = {
  expected: {
    'GET /session': '200 200 200 200 200 200 200 200',
    'POST /session': '401 401 401 401 401 401 401 401',
    'DELETE /session': '204 204 204 204 204 204 204 204',
    'POST /intents': '204 204 204 204 204 204 204 204',
    'GET /account': '401 200 200 200 200 200 200 200',
    'PATCH /account': '401 200 200 200 200 200 200 200',
    'DELETE /account': '401 422 422 422 422 422 422 422',
    'GET /account/sessions': '401 200 200 200 200 200 200 200',
    'DELETE /account/sessions/:key': '401 404 404 404 404 404 404 404',
    'POST /accounts': '202 202 202 202 202 202 202 202',
    'GET /account-openings/:token': '404 404 404 404 404 404 404 404',
    'PUT /account-openings/:token': '404 404 404 404 404 404 404 404',
    'POST /password-resets': '202 202 202 202 202 202 202 202',
    'GET /password-resets/:token': '404 404 404 404 404 404 404 404',
    'PUT /password-resets/:token': '404 404 404 404 404 404 404 404',
    'PUT /account/password': '401 422 422 422 422 422 422 422',
    'POST /account/email-changes': '401 422 422 422 422 422 422 422',
    'GET /account/email-changes/:token': '404 404 404 404 404 404 404 404',
    'PUT /account/email-changes/:token': '404 404 404 404 404 404 404 404',
    'POST /site/invitations': '404 404 404 404 404 404 404 201',
    'GET /site/invitations': '404 404 404 404 404 404 404 200',
    'DELETE /site/invitations/:invitationId': '404 404 404 404 404 404 404 204',
    'GET /account-invitations/:token': '404 404 404 404 404 404 404 404',
  },
  furnish: () => Promise.resolve({ ':token': 'a-token-that-nobody-was-ever-given-aaaaaaaaa' }),
  asks: (things) => ({
    'POST /session': { body: { email: 'nobody@example.org', password } },
    'POST /accounts': {
      body: { email: 'new@example.org', name: 'New', password: newPassword, language: 'en', timeZone: 'UTC' },
    },
    'POST /intents': { body: { deed: 'groups.join', slug: things['groups/:slug'] } },
    'POST /password-resets': { body: { email: 'nobody@example.org' } },
    'PUT /password-resets/:token': { body: { password: newPassword } },
    'PATCH /account': { body: { name: 'Another name' } },
    'DELETE /account': { body: { password: 'not my password' } },
    'DELETE /account/sessions/:key': { params: { key: newId() } },
    'PUT /account/password': { body: { current: 'not my password', password: newPassword } },
    'POST /account/email-changes': { body: { email: 'other@example.org', password: 'not my password' } },
  }),
};
