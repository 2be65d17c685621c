import { newId } from '@groundwork/database';
import type { Account, Ways } from './neighbourhood.ts';

/** One knock at a route: the path with real ids in it, and a body that would be accepted from someone who may. */
export type Knock = { path: string; body?: object | string; headers?: Record<string, string> };
export type Sealed = Record<'signature' | 'rsvp' | 'ownRecord' | 'subscription', string>;
type Asked = { ways: Ways; sealed: Sealed; siteId: { invitation: string; mail: string } ; bannedId: string; viewer: Account | null };

const NOBODY_HOLDS_THIS = 'a-token-that-nobody-was-ever-given-aaaaaaaaa';
const event = {
  title: 'Another door-knock',
  starts: '2031-05-03T10:00',
  ends: '2031-05-03T12:00',
  timeZone: 'Europe/Madrid',
  held: 'in-person',
  placeName: 'Branch library',
};
const campaign = { title: 'Another campaign', ask: 'The council votes.', action: 'petition' };
const rsvp = { name: 'Rita', email: 'rita@example.org', answer: 'going' };
const plan = { encoding: 'utf-8', delimiter: ',', mapping: { name: 0, email: 1 }, consent: 'none' };
const opening = { email: 'new@example.org', name: 'New', password: 'river lantern branch nine', language: 'en', timeZone: 'UTC' };
const password = 'a long enough sentence';

/** How to knock at every route. A route without a line here fails the access test. */
export const knocks: Record<string, (asked: Asked) => Knock> = {
  ...siteKnocks(),
  ...accountKnocks(),
  ...groupKnocks(),
  ...peopleKnocks(),
  ...campaignKnocks(),
  ...eventKnocks(),
  ...messagingKnocks(),
};

function siteKnocks(): typeof knocks {
  return {
    'GET /site': () => ({ path: '/site' }),
    'PATCH /site': () => ({ path: '/site', body: { opening: 'invited' } }),
    'GET /site/status': () => ({ path: '/site/status' }),
    'GET /site/accounts': () => ({ path: '/site/accounts' }),
    'PUT /site/stewards/:accountId': ({ bannedId }) => ({ path: `/site/stewards/${bannedId}` }),
    'DELETE /site/stewards/:accountId': ({ bannedId }) => ({ path: `/site/stewards/${bannedId}` }),
    'GET /site/outbox': () => ({ path: '/site/outbox' }),
    'GET /site/outbox/:mailId': ({ siteId }) => ({ path: `/site/outbox/${siteId.mail}` }),
    'GET /site/invitations': () => ({ path: '/site/invitations' }),
    'POST /site/invitations': () => ({ path: '/site/invitations', body: { email: 'friend@example.org' } }),
    'DELETE /site/invitations/:invitationId': ({ siteId }) => ({ path: `/site/invitations/${siteId.invitation}` }),
    'GET /setup/:token': () => ({ path: `/setup/${NOBODY_HOLDS_THIS}` }),
    'POST /setup/:token': () => ({
      path: `/setup/${NOBODY_HOLDS_THIS}`,
      body: { ...opening, siteName: 'Mine', languages: ['en'], opening: 'anyone', groupName: 'Mine', groupSummary: '' },
    }),
    'POST /pictures': () => ({ path: '/pictures', body: 'no picture', headers: { 'content-type': 'image/png' } }),
    'GET /files/:key': () => ({ path: '/files/0123456789abcdef0123456789abcdef' }),
  };
}

function accountKnocks(): typeof knocks {
  return {
    'GET /session': () => ({ path: '/session' }),
    'POST /session': () => ({ path: '/session', body: { email: 'nobody@example.org', password } }),
    'DELETE /session': () => ({ path: '/session' }),
    'POST /accounts': () => ({ path: '/accounts', body: opening }),
    'GET /account-openings/:token': () => ({ path: `/account-openings/${NOBODY_HOLDS_THIS}` }),
    'PUT /account-openings/:token': () => ({ path: `/account-openings/${NOBODY_HOLDS_THIS}` }),
    'POST /password-resets': () => ({ path: '/password-resets', body: { email: 'nobody@example.org' } }),
    'GET /password-resets/:token': () => ({ path: `/password-resets/${NOBODY_HOLDS_THIS}` }),
    'PUT /password-resets/:token': () => ({ path: `/password-resets/${NOBODY_HOLDS_THIS}`, body: { password: opening.password } }),
    'GET /account': () => ({ path: '/account' }),
    'PATCH /account': () => ({ path: '/account', body: { name: 'Another name' } }),
    'DELETE /account': () => ({ path: '/account', body: { password: 'not my password' } }),
    'GET /account/sessions': () => ({ path: '/account/sessions' }),
    'DELETE /account/sessions/:key': () => ({ path: `/account/sessions/${newId()}` }),
    'PUT /account/password': () => ({ path: '/account/password', body: { current: 'not my password', password: opening.password } }),
    'POST /account/email-changes': () => ({ path: '/account/email-changes', body: { email: 'other@example.org', password: 'not my password' } }),
    'GET /account/email-changes/:token': () => ({ path: `/account/email-changes/${NOBODY_HOLDS_THIS}` }),
    'PUT /account/email-changes/:token': () => ({ path: `/account/email-changes/${NOBODY_HOLDS_THIS}` }),
    'GET /account-invitations/:token': () => ({ path: `/account-invitations/${NOBODY_HOLDS_THIS}` }),
  };
}

function groupKnocks(): typeof knocks {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  return {
    'GET /groups': () => ({ path: '/groups' }),
    'POST /groups': () => ({ path: '/groups', body: { name: 'A new group' } }),
    'GET /groups/:slug': (asked) => ({ path: group(asked) }),
    'PATCH /groups/:slug': (asked) => ({ path: group(asked), body: { summary: 'Another summary' } }),
    'DELETE /groups/:slug': (asked) => ({ path: group(asked), body: { name: 'not its name' } }),
    'GET /groups/:slug/news': (asked) => ({ path: `${group(asked)}/news` }),
    'PUT /groups/:slug/membership': (asked) => ({ path: `${group(asked)}/membership` }),
    'PATCH /groups/:slug/membership': (asked) => ({ path: `${group(asked)}/membership`, body: { name: 'M.', pronouns: null } }),
    'DELETE /groups/:slug/membership': (asked) => ({ path: `${group(asked)}/membership` }),
    'GET /groups/:slug/members': (asked) => ({ path: `${group(asked)}/members` }),
    'PATCH /groups/:slug/members/:accountId': (asked) => ({
      path: `${group(asked)}/members/${asked.ways.companionId}`,
      body: { role: 'organizer' },
    }),
    'DELETE /groups/:slug/members/:accountId': (asked) => ({ path: `${group(asked)}/members/${asked.ways.companionId}` }),
    'GET /groups/:slug/join-requests': (asked) => ({ path: `${group(asked)}/join-requests` }),
    'POST /groups/:slug/join-requests': (asked) => ({ path: `${group(asked)}/join-requests`, body: { answers: [] } }),
    'DELETE /groups/:slug/join-requests/own': (asked) => ({ path: `${group(asked)}/join-requests/own` }),
    'PUT /groups/:slug/join-requests/:requestId/decision': (asked) => ({
      path: `${group(asked)}/join-requests/${asked.ways.requestId}/decision`,
      body: { decision: 'accepted' },
    }),
    'GET /groups/:slug/invitations': (asked) => ({ path: `${group(asked)}/invitations` }),
    'POST /groups/:slug/invitations': (asked) => ({ path: `${group(asked)}/invitations`, body: { days: 7 } }),
    'DELETE /groups/:slug/invitations/:invitationId': (asked) => ({ path: `${group(asked)}/invitations/${asked.ways.invitationId}` }),
    'GET /invitations/:token': ({ ways }) => ({ path: `/invitations/${ways.invitationToken}` }),
    'PUT /invitations/:token/acceptance': ({ ways }) => ({ path: `/invitations/${ways.invitationToken}/acceptance` }),
    'GET /groups/:slug/bans': (asked) => ({ path: `${group(asked)}/bans` }),
    'PUT /groups/:slug/bans/:accountId': (asked) => ({ path: `${group(asked)}/bans/${asked.ways.companionId}` }),
    'DELETE /groups/:slug/bans/:accountId': (asked) => ({ path: `${group(asked)}/bans/${asked.bannedId}` }),
  };
}

function peopleKnocks(): typeof knocks {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const held = ({ ways }: Asked) => `/groups/${ways.slug}/imports/${ways.importId}`;
  return {
    'GET /groups/:slug/people': (asked) => ({ path: `${group(asked)}/people` }),
    'GET /groups/:slug/people.csv': (asked) => ({ path: `${group(asked)}/people.csv` }),
    'GET /groups/:slug/people/:personId': (asked) => ({ path: `${group(asked)}/people/${asked.ways.personId}` }),
    'PUT /groups/:slug/people/:personId/tags': (asked) => ({
      path: `${group(asked)}/people/${asked.ways.personId}/tags`,
      body: { tags: ['driver'] },
    }),
    'DELETE /groups/:slug/people/:personId': (asked) => ({ path: `${group(asked)}/people/${asked.ways.personId}` }),
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
    'POST /unsubscriptions/:sealed': ({ sealed }) => ({ path: `/unsubscriptions/${sealed.subscription}` }),
  };
}

function campaignKnocks(): typeof knocks {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const published = ({ ways }: Asked) => `/campaigns/${ways.campaign}`;
  const signature = (asked: Asked) => `${published(asked)}/signatures/${asked.ways.signatureId}`;
  const own = ({ sealed }: Asked) => `/signatures/${sealed.signature}`;
  return {
    'GET /go/:code': ({ ways }) => ({ path: `/go/${ways.code}` }),
    'GET /links/:code/qr.svg': ({ ways }) => ({ path: `/links/${ways.code}/qr.svg` }),
    'GET /groups/:slug/links': (asked) => ({ path: `${group(asked)}/links` }),
    'POST /groups/:slug/links': (asked) => ({ path: `${group(asked)}/links`, body: { path: published(asked), label: 'Flyer' } }),
    'GET /campaigns': () => ({ path: '/campaigns' }),
    'GET /campaigns/:slug': (asked) => ({ path: published(asked) }),
    'POST /groups/:slug/campaigns': (asked) => ({ path: `${group(asked)}/campaigns`, body: campaign }),
    'PATCH /campaigns/:slug': (asked) => ({ path: published(asked), body: { ask: 'Another ask.' } }),
    'DELETE /campaigns/:slug': ({ ways }) => ({ path: `/campaigns/${ways.draft}` }),
    'PUT /campaigns/:slug/publication': ({ ways }) => ({ path: `/campaigns/${ways.draft}/publication` }),
    'PUT /campaigns/:slug/pause': (asked) => ({ path: `${published(asked)}/pause` }),
    'DELETE /campaigns/:slug/pause': ({ ways }) => ({ path: `/campaigns/${ways.paused}/pause` }),
    'PUT /campaigns/:slug/outcome': (asked) => ({ path: `${published(asked)}/outcome`, body: { outcome: 'won' } }),
    'DELETE /campaigns/:slug/outcome': ({ ways }) => ({ path: `/campaigns/${ways.won}/outcome` }),
    'POST /campaigns/:slug/signatures': (asked) => ({
      path: `${published(asked)}/signatures`,
      body: { name: 'Rita', email: 'rita@example.org', updates: false },
    }),
    'GET /campaigns/:slug/signatures': (asked) => ({ path: `${published(asked)}/signatures` }),
    'GET /campaigns/:slug/numbers': (asked) => ({ path: `${published(asked)}/numbers` }),
    'PUT /campaigns/:slug/signatures/:id/hiding': (asked) => ({ path: `${signature(asked)}/hiding` }),
    'DELETE /campaigns/:slug/signatures/:id/hiding': (asked) => ({ path: `${signature(asked)}/hiding` }),
    'GET /signatures/:sealed': (asked) => ({ path: own(asked) }),
    'PUT /signatures/:sealed/confirmation': (asked) => ({ path: `${own(asked)}/confirmation` }),
    'DELETE /signatures/:sealed': (asked) => ({ path: own(asked) }),
    'GET /campaigns/:slug/updates': (asked) => ({ path: `${published(asked)}/updates` }),
    'GET /campaigns/:slug/receivers': (asked) => ({ path: `${published(asked)}/receivers` }),
    'POST /campaigns/:slug/updates': (asked) => ({
      path: `${published(asked)}/updates`,
      body: { title: 'News', body: 'They postponed.', mail: true },
    }),
    'GET /campaigns/:slug/sponsors': (asked) => ({ path: `${published(asked)}/sponsors` }),
    'PUT /campaigns/:slug/sponsors/:group': (asked) => ({ path: `${published(asked)}/sponsors/elsewhere` }),
    'DELETE /campaigns/:slug/sponsors/:group': (asked) => ({ path: `${published(asked)}/sponsors/elsewhere` }),
    'GET /groups/:slug/sponsorships': (asked) => ({ path: `${group(asked)}/sponsorships` }),
    'PUT /groups/:slug/sponsorships/:campaign': (asked) => ({ path: `${group(asked)}/sponsorships/${asked.ways.campaign}` }),
    'DELETE /groups/:slug/sponsorships/:campaign': (asked) => ({ path: `${group(asked)}/sponsorships/${asked.ways.campaign}` }),
  };
}

function eventKnocks(): typeof knocks {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const published = ({ ways }: Asked) => `/events/${ways.event}`;
  const begun = ({ ways }: Asked) => `/events/${ways.begun}`;
  const own = ({ sealed }: Asked) => `/rsvps/${sealed.rsvp}`;
  return {
    'GET /events': () => ({ path: '/events' }),
    'GET /groups/:slug/events': (asked) => ({ path: `${group(asked)}/events` }),
    'GET /events/:slug': (asked) => ({ path: published(asked) }),
    'POST /groups/:slug/events': (asked) => ({ path: `${group(asked)}/events`, body: event }),
    'PUT /events/:slug': (asked) => ({ path: published(asked), body: event }),
    'DELETE /events/:slug': ({ ways }) => ({ path: `/events/${ways.draftEvent}` }),
    'PUT /events/:slug/hosts/:accountId': (asked) => ({ path: `${published(asked)}/hosts/${asked.ways.companionId}` }),
    'DELETE /events/:slug/hosts/:accountId': (asked) => ({ path: `${published(asked)}/hosts/${asked.ways.companionId}` }),
    'PUT /events/:slug/publication': ({ ways }) => ({ path: `/events/${ways.draftEvent}/publication` }),
    'PUT /events/:slug/cancellation': (asked) => ({ path: `${published(asked)}/cancellation`, body: { reason: 'Storm' } }),
    'GET /events/:slug.ics': (asked) => ({ path: `${published(asked)}.ics` }),
    'GET /groups/:slug/events.ics': (asked) => ({ path: `${group(asked)}/events.ics` }),
    'POST /events/:slug/rsvps': (asked) => ({ path: `${published(asked)}/rsvps`, body: rsvp }),
    'GET /events/:slug/rsvps': (asked) => ({ path: `${published(asked)}/rsvps` }),
    'GET /rsvps/:sealed': (asked) => ({ path: own(asked) }),
    'PUT /rsvps/:sealed': (asked) => ({ path: own(asked), body: { answer: 'maybe' } }),
    'DELETE /rsvps/:sealed': (asked) => ({ path: own(asked) }),
    'GET /rsvps/:sealed/calendar': (asked) => ({ path: `${own(asked)}/calendar` }),
    'GET /events/:slug/door': (asked) => ({ path: `${begun(asked)}/door` }),
    'PUT /events/:slug/rsvps/:id/attendance': (asked) => ({ path: `${begun(asked)}/rsvps/${asked.ways.rsvpId}/attendance` }),
    'DELETE /events/:slug/rsvps/:id/attendance': (asked) => ({ path: `${begun(asked)}/rsvps/${asked.ways.rsvpId}/attendance` }),
    'POST /events/:slug/walk-ins': (asked) => ({ path: `${begun(asked)}/walk-ins`, body: {} }),
    'DELETE /events/:slug/walk-ins/:id': (asked) => ({ path: `${begun(asked)}/walk-ins/${asked.ways.walkInId}` }),
    'PUT /events/:slug/closing': (asked) => ({ path: `${begun(asked)}/closing` }),
  };
}

function messagingKnocks(): typeof knocks {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const channel = ({ ways }: Asked) => `/channels/${ways.channelId}`;
  const named = ({ ways }: Asked) => `/channels/${ways.namedId}`;
  const message = ({ ways }: Asked) => `/messages/${ways.messageId}`;
  return {
    'GET /channels': () => ({ path: '/channels' }),
    'POST /groups/:slug/channels': (asked) => ({ path: `${group(asked)}/channels`, body: { name: 'rides' } }),
    'POST /groups/:slug/direct-messages': (asked) => ({
      path: `${group(asked)}/direct-messages`,
      body: { accountIds: [asked.ways.companionId] },
    }),
    'GET /channels/:channelId': (asked) => ({ path: channel(asked) }),
    'PATCH /channels/:channelId': (asked) => ({ path: channel(asked), body: { purpose: 'For everyone' } }),
    'PUT /channels/:channelId/reading': (asked) => ({ path: `${channel(asked)}/reading`, body: { seq: 1 } }),
    'GET /channels/:channelId/members': (asked) => ({ path: `${named(asked)}/members` }),
    'PUT /channels/:channelId/members/:accountId': (asked) => ({ path: `${named(asked)}/members/${asked.ways.companionId}` }),
    'DELETE /channels/:channelId/members/:accountId': (asked) => ({ path: `${named(asked)}/members/${asked.ways.companionId}` }),
    'GET /channels/:channelId/messages': (asked) => ({ path: `${channel(asked)}/messages` }),
    'POST /channels/:channelId/messages': (asked) => ({ path: `${channel(asked)}/messages`, body: { id: newId(), body: 'Hello.' } }),
    'PATCH /messages/:messageId': (asked) => ({ path: message(asked), body: { body: 'I can drive two.' } }),
    'DELETE /messages/:messageId': (asked) => ({ path: message(asked) }),
  };
}
