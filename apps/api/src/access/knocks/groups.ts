import type { Asked, Knocks } from './knock.ts';

const plan = {
  encoding: 'utf-8',
  delimiter: ',',
  headingRow: 1,
  columns: ['name', 'email'],
  consent: 'none',
};

export function groupKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  return {
    'GET /groups': () => ({ path: '/groups' }),
    'POST /groups': () => ({ path: '/groups', body: { name: 'A new group' } }),
    'GET /groups/:slug/card.png': (asked) => ({ path: `${group(asked)}/card.png` }),
    'GET /groups/:slug': (asked) => ({ path: group(asked) }),
    'PATCH /groups/:slug': (asked) => ({ path: group(asked), body: { summary: 'Another summary' } }),
    'PUT /groups/:slug/deletion': (asked) => ({
      path: `${group(asked)}/deletion`,
      body: { name: 'not its name' },
    }),
    'DELETE /groups/:slug/deletion': (asked) => ({ path: `${group(asked)}/deletion` }),
    'GET /groups/:slug/news': (asked) => ({ path: `${group(asked)}/news` }),
    'PUT /groups/:slug/membership': (asked) => ({ path: `${group(asked)}/membership` }),
    'PATCH /groups/:slug/membership': (asked) => ({
      path: `${group(asked)}/membership`,
      body: { name: 'M.', pronouns: null },
    }),
    'DELETE /groups/:slug/membership': (asked) => ({ path: `${group(asked)}/membership` }),
    'GET /groups/:slug/members': (asked) => ({ path: `${group(asked)}/members` }),
    'PATCH /groups/:slug/members/:accountId': (asked) => ({
      path: `${group(asked)}/members/${asked.ways.companionId}`,
      body: { role: 'organizer' },
    }),
    'DELETE /groups/:slug/members/:accountId': (asked) => ({
      path: `${group(asked)}/members/${asked.ways.companionId}`,
    }),
    'GET /groups/:slug/join-requests': (asked) => ({ path: `${group(asked)}/join-requests` }),
    'POST /groups/:slug/join-requests': (asked) => ({
      path: `${group(asked)}/join-requests`,
      body: { answers: [] },
    }),
    'DELETE /groups/:slug/join-requests/own': (asked) => ({ path: `${group(asked)}/join-requests/own` }),
    'PUT /groups/:slug/join-requests/:requestId/decision': (asked) => ({
      path: `${group(asked)}/join-requests/${asked.ways.requestId}/decision`,
      body: { decision: 'accepted' },
    }),
    'GET /groups/:slug/invitations': (asked) => ({ path: `${group(asked)}/invitations` }),
    'POST /groups/:slug/invitations': (asked) => ({ path: `${group(asked)}/invitations`, body: { days: 7 } }),
    'DELETE /groups/:slug/invitations/:invitationId': (asked) => ({
      path: `${group(asked)}/invitations/${asked.ways.invitationId}`,
    }),
    'GET /invitations/:token': ({ ways }) => ({ path: `/invitations/${ways.invitationToken}` }),
    'PUT /invitations/:token/wish': ({ ways }) => ({ path: `/invitations/${ways.invitationToken}/wish` }),
    'PUT /invitations/:token/acceptance': ({ ways }) => ({
      path: `/invitations/${ways.invitationToken}/acceptance`,
    }),
    'POST /groups/:slug/invitation-mails': (asked) => ({
      path: `${group(asked)}/invitation-mails`,
      body: { addresses: 'Rosa <rosa@example.net>', role: 'member', language: 'es' },
    }),
    'POST /groups/:slug/invitations/:invitationId/mails': (asked) => ({
      path: `${group(asked)}/invitations/${asked.ways.mailedInvitationId}/mails`,
    }),
    'PUT /invitations/:token/account': ({ ways }) => ({
      path: `/invitations/${ways.invitationToken}/account`,
      body: { name: 'Rosa', password: 'four words in a row', language: 'es' },
    }),
    'POST /invitations/:token/openings': ({ ways }) => ({
      path: `/invitations/${ways.invitationToken}/openings`,
      body: { name: 'Rosa', email: 'rosa@example.net', password: 'four words in a row', language: 'es' },
    }),
    'GET /groups/:slug/bans': (asked) => ({ path: `${group(asked)}/bans` }),
    'PUT /groups/:slug/bans/:accountId': (asked) => ({
      path: `${group(asked)}/bans/${asked.ways.companionId}`,
    }),
    'DELETE /groups/:slug/bans/:accountId': (asked) => ({ path: `${group(asked)}/bans/${asked.bannedId}` }),
  } satisfies Partial<Knocks>;
}

export function peopleKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const held = ({ ways }: Asked) => `/groups/${ways.slug}/imports/${ways.importId}`;
  return {
    'GET /groups/:slug/people': (asked) => ({ path: `${group(asked)}/people` }),
    'POST /groups/:slug/people/exports': (asked) => ({ path: `${group(asked)}/people/exports` }),
    'POST /groups/:slug/campaigns/exports': (asked) => ({ path: `${group(asked)}/campaigns/exports` }),
    'POST /groups/:slug/events/exports': (asked) => ({ path: `${group(asked)}/events/exports` }),
    'GET /groups/:slug/people/:personId': (asked) => ({
      path: `${group(asked)}/people/${asked.ways.personId}`,
    }),
    'PUT /groups/:slug/people/:personId/tags': (asked) => ({
      path: `${group(asked)}/people/${asked.ways.personId}/tags`,
      body: { tags: ['driver'] },
    }),
    'DELETE /groups/:slug/people/:personId': (asked) => ({
      path: `${group(asked)}/people/${asked.ways.personId}`,
    }),
    'GET /groups/:slug/imports': (asked) => ({ path: `${group(asked)}/imports` }),
    'POST /groups/:slug/imports': (asked) => ({
      path: `${group(asked)}/imports?fileName=list.csv`,
      body: 'name,email\nBo,bo@example.org',
      headers: { 'content-type': 'text/csv' },
    }),
    'GET /groups/:slug/imports/:importId': (asked) => ({ path: held(asked) }),
    'PUT /groups/:slug/imports/:importId/plan': (asked) => ({ path: `${held(asked)}/plan`, body: plan }),
    'PUT /groups/:slug/imports/:importId/approval': (asked) => ({ path: `${held(asked)}/approval` }),
    'PUT /groups/:slug/imports/:importId/undoing': (asked) => ({ path: `${held(asked)}/undoing` }),
    'GET /own-records/:sealed': ({ sealed }) => ({ path: `/own-records/${sealed.ownRecord}` }),
    'DELETE /own-records/:sealed': ({ sealed }) => ({ path: `/own-records/${sealed.ownRecord}` }),
    'GET /subscriptions/:sealed': ({ sealed }) => ({ path: `/subscriptions/${sealed.subscription}` }),
    'PUT /subscriptions/:sealed': ({ sealed }) => ({ path: `/subscriptions/${sealed.subscription}` }),
    'DELETE /subscriptions/:sealed': ({ sealed }) => ({ path: `/subscriptions/${sealed.subscription}` }),
    'POST /subscriptions/:sealed/own-record-mails': ({ sealed }) => ({
      path: `/subscriptions/${sealed.subscription}/own-record-mails`,
    }),
    'GET /unsubscriptions/:sealed': ({ sealed }) => ({ path: `/unsubscriptions/${sealed.subscription}` }),
    'POST /unsubscriptions/:sealed': ({ sealed }) => ({ path: `/unsubscriptions/${sealed.subscription}` }),
  } satisfies Partial<Knocks>;
}
