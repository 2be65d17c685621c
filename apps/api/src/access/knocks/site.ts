import { newId } from '@groundwork/database';
import type { Knocks } from './knock.ts';

const NOBODY_HOLDS_THIS = 'a-token-that-nobody-was-ever-given-aaaaaaaaa';
const opening = {
  email: 'new@example.org',
  name: 'New',
  password: 'river lantern branch nine',
  language: 'en',
  timeZone: 'UTC',
};
const reason = 'It writes to people who said no.';
const password = 'a long enough sentence';

export function siteKnocks() {
  return {
    'GET /site': () => ({ path: '/site' }),
    'GET /time-zones': () => ({ path: '/time-zones?search=madrid' }),
    'GET /site/rules': () => ({ path: '/site/rules' }),
    'GET /site/settings': () => ({ path: '/site/settings' }),
    'GET /site/front-campaign': () => ({ path: '/site/front-campaign' }),
    'PATCH /site': () => ({ path: '/site', body: { opening: 'invited' } }),
    'GET /site/status': () => ({ path: '/site/status' }),
    'GET /site/allowances': () => ({ path: '/site/allowances' }),
    'PUT /site/allowances': ({ ways }) => ({ path: '/site/allowances', body: { to: ways.slug, times: 5 } }),
    'DELETE /site/allowances/:subjectId': ({ bannedId }) => ({ path: `/site/allowances/${bannedId}` }),
    'GET /site/accounts': () => ({ path: '/site/accounts' }),
    'PUT /site/stewards/:accountId': ({ bannedId }) => ({ path: `/site/stewards/${bannedId}` }),
    'DELETE /site/stewards/:accountId': ({ bannedId }) => ({ path: `/site/stewards/${bannedId}` }),
    'GET /site/accounts/:accountId': ({ bannedId }) => ({ path: `/site/accounts/${bannedId}` }),
    'PUT /site/accounts/:accountId/suspension': ({ ways }) => ({
      path: `/site/accounts/${ways.companionId}/suspension`,
      body: { reason },
    }),
    'DELETE /site/accounts/:accountId/suspension': ({ ways }) => ({
      path: `/site/accounts/${ways.companionId}/suspension`,
    }),
    'DELETE /site/accounts/:accountId/sessions': ({ ways }) => ({
      path: `/site/accounts/${ways.companionId}/sessions`,
    }),
    'GET /site/groups': () => ({ path: '/site/groups' }),
    'GET /site/groups/:groupId': ({ ways }) => ({ path: `/site/groups/${ways.groupId}` }),
    'PUT /site/groups/:groupId/vouching': ({ ways }) => ({ path: `/site/groups/${ways.groupId}/vouching` }),
    'DELETE /site/groups/:groupId/vouching': ({ ways }) => ({
      path: `/site/groups/${ways.groupId}/vouching`,
    }),
    'PUT /site/groups/:groupId/measures/:kind': ({ ways }) => ({
      path: `/site/groups/${ways.groupId}/measures/frozen`,
      body: { reason },
    }),
    'DELETE /site/groups/:groupId/measures/:kind': ({ ways }) => ({
      path: `/site/groups/${ways.groupId}/measures/frozen`,
    }),
    'POST /site/groups/:groupId/stewards': ({ ways }) => ({
      path: `/site/groups/${ways.groupId}/stewards`,
      body: { email: 'nobody@example.org' },
    }),
    'GET /site/outbox': () => ({ path: '/site/outbox' }),
    'GET /site/outbox/:mailId': ({ siteId }) => ({ path: `/site/outbox/${siteId.mail}` }),
    'POST /site/outbox/searches': () => ({
      path: '/site/outbox/searches',
      body: { address: 'guest@example.org' },
    }),
    'POST /site/outbox/:mailId/openings': ({ siteId }) => ({
      path: `/site/outbox/${siteId.mail}/openings`,
      body: {},
    }),
    'POST /site/test-mails': () => ({ path: '/site/test-mails' }),
    'POST /site/backups': () => ({ path: '/site/backups' }),
    'GET /site/invitations': () => ({ path: '/site/invitations' }),
    'POST /site/invitations': () => ({ path: '/site/invitations', body: { email: 'friend@example.org' } }),
    'DELETE /site/invitations/:invitationId': ({ siteId }) => ({
      path: `/site/invitations/${siteId.invitation}`,
    }),
    'GET /setup/:token': () => ({ path: `/setup/${NOBODY_HOLDS_THIS}` }),
    'POST /setup/:token': () => ({
      path: `/setup/${NOBODY_HOLDS_THIS}`,
      body: {
        ...opening,
        siteName: 'Mine',
        languages: ['en'],
        opening: 'anyone',
        groupName: 'Mine',
        groupSummary: '',
      },
    }),
    'POST /pictures': () => ({
      path: '/pictures',
      body: 'no picture',
      headers: { 'content-type': 'image/png' },
    }),
    'GET /files/:key': () => ({ path: '/files/0123456789abcdef0123456789abcdef' }),
  } satisfies Partial<Knocks>;
}

export function accountKnocks() {
  return {
    'GET /session': () => ({ path: '/session' }),
    'POST /session': () => ({ path: '/session', body: { email: 'nobody@example.org', password } }),
    'DELETE /session': () => ({ path: '/session' }),
    'POST /accounts': () => ({ path: '/accounts', body: opening }),
    'GET /account-openings/:token': () => ({ path: `/account-openings/${NOBODY_HOLDS_THIS}` }),
    'PUT /account-openings/:token': () => ({ path: `/account-openings/${NOBODY_HOLDS_THIS}` }),
    'POST /wishes': ({ ways }) => ({ path: '/wishes', body: { deed: 'groups.join', slug: ways.slug } }),
    'POST /password-resets': () => ({ path: '/password-resets', body: { email: 'nobody@example.org' } }),
    'GET /password-resets/:token': () => ({ path: `/password-resets/${NOBODY_HOLDS_THIS}` }),
    'PUT /password-resets/:token': () => ({
      path: `/password-resets/${NOBODY_HOLDS_THIS}`,
      body: { password: opening.password },
    }),
    'GET /account': () => ({ path: '/account' }),
    'PATCH /account': () => ({ path: '/account', body: { name: 'Another name' } }),
    'DELETE /account': () => ({ path: '/account', body: { password: 'not my password' } }),
    'GET /account/letter-openings': () => ({ path: '/account/letter-openings' }),
    'GET /account/sessions': () => ({ path: '/account/sessions' }),
    'DELETE /account/sessions/:key': () => ({ path: `/account/sessions/${newId()}` }),
    'PUT /account/password': () => ({
      path: '/account/password',
      body: { current: 'not my password', password: opening.password },
    }),
    'POST /account/email-changes': () => ({
      path: '/account/email-changes',
      body: { email: 'other@example.org', password: 'not my password' },
    }),
    'GET /account/email-changes/:token': () => ({ path: `/account/email-changes/${NOBODY_HOLDS_THIS}` }),
    'PUT /account/email-changes/:token': () => ({ path: `/account/email-changes/${NOBODY_HOLDS_THIS}` }),
    'GET /account-invitations/:token': () => ({ path: `/account-invitations/${NOBODY_HOLDS_THIS}` }),
  } satisfies Partial<Knocks>;
}
