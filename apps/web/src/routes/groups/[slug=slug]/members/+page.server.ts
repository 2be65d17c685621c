import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import { roleChangeOf } from '#lib/groups/role-change.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const search = asked.get('search')?.trim() ?? '';
  const [group, members] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/members', { slug, search, after: asked.get('after'), limit: 50 }),
  ]);
  const [doors, roles] = group.can.manageMembers
    ? await Promise.all([loadDoors(event, slug), call(event, 'GET /groups/:slug/roles', { slug })])
    : [null, null];
  return { group, members, doors, roles, search, done: asked.get('done') };
};

async function loadDoors(event: RequestEvent, slug: string) {
  const mailedPage = { slug, isMailed: true, after: event.url.searchParams.get('invited'), limit: 50 };
  const [requests, invitations, mailed, bans] = await Promise.all([
    call(event, 'GET /groups/:slug/join-requests', { slug, limit: 50 }),
    call(event, 'GET /groups/:slug/invitations', { slug, limit: 50 }),
    call(event, 'GET /groups/:slug/invitations', mailedPage),
    call(event, 'GET /groups/:slug/bans', { slug, limit: 50 }),
  ]);
  return { requests: requests.rows, invitations: invitations.rows, mailed, bans: bans.rows };
}

export const actions: Actions = {
  role: (event) =>
    act(
      event,
      ({ account: accountId, ...typed }) => {
        const asked = { ...event.params, accountId };
        return call(event, 'PATCH /groups/:slug/members/:accountId', asked, roleChangeOf(typed));
      },
      '?done=role-saved',
    ),
  remove: (event) => onAccount(event, 'DELETE /groups/:slug/members/:accountId', 'removed'),
  ban: (event) => onAccount(event, 'PUT /groups/:slug/bans/:accountId', 'banned'),
  lift: (event) => onAccount(event, 'DELETE /groups/:slug/bans/:accountId', 'lifted'),
  decide: (event) =>
    act(
      event,
      ({ request: requestId, decision }) => {
        const asked = { ...event.params, requestId };
        return call(event, 'PUT /groups/:slug/join-requests/:requestId/decision', asked, { decision });
      },
      (_outcome, { decision = '' }) => `?${new URLSearchParams({ done: decision })}`,
    ),
  revoke: (event) => onInvitation(event, 'DELETE /groups/:slug/invitations/:invitationId', 'revoked'),
  takeBack: (event) => onInvitation(event, 'DELETE /groups/:slug/invitations/:invitationId', 'taken-back'),
  again: (event) => onInvitation(event, 'POST /groups/:slug/invitations/:invitationId/mails', 'sent-again'),
  // What came of each address is said once, and its pieces that are no address stay to be corrected.
  mail: (event) =>
    act(event, async ({ addresses, role, language }) => {
      const asked = { addresses, role, language };
      return { mailed: await call(event, 'POST /groups/:slug/invitation-mails', event.params, asked) };
    }),
  // Shown once and kept nowhere, so this answer is a page and not a redirect.
  invite: (event) =>
    act(event, async ({ days, limit }) => {
      const invitation = { days: Number(days), ...(limit && { useLimit: Number(limit) }) };
      return { made: await call(event, 'POST /groups/:slug/invitations', event.params, invitation) };
    }),
};

type Event = RequestEvent<{ slug: string }>;

type AccountDeed =
  'DELETE /groups/:slug/members/:accountId' | `${'PUT' | 'DELETE'} /groups/:slug/bans/:accountId`;
function onAccount(event: Event, deed: AccountDeed, done: string) {
  const ask = ({ account: accountId }: FormValues) => call(event, deed, { ...event.params, accountId });
  return act(event, ask, `?done=${done}`);
}

type InvitationDeed =
  'DELETE /groups/:slug/invitations/:invitationId' | 'POST /groups/:slug/invitations/:invitationId/mails';
function onInvitation(event: Event, deed: InvitationDeed, done: string) {
  const ask = ({ invitation: invitationId }: FormValues) =>
    call(event, deed, { ...event.params, invitationId });
  return act(event, ask, `?done=${done}`);
}
