import type { GroupView } from '@groundwork/features/groups/contract';
import type { BanPage } from '@groundwork/features/groups/bans/contract';
import type { InvitationPage, MadeInvitation } from '@groundwork/features/groups/invitations/contract';
import type { MailedInvitations } from '@groundwork/features/groups/invitations/mails/contract';
import type { JoinRequestPage } from '@groundwork/features/groups/join-requests/contract';
import type { MemberPage } from '@groundwork/features/groups/members/contract';
import type { RoleList } from '@groundwork/features/groups/roles/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = at`/groups/${event.params.slug}`;
  const asked = event.url.searchParams;
  const search = asked.get('search')?.trim() ?? '';
  const query = new URLSearchParams({ ...(search && { search }), limit: '50' });
  const after = asked.get('after');
  if (after) query.set('after', after);
  const [group, members] = await Promise.all([
    api(event).get<GroupView>(path),
    api(event).get<MemberPage>(at`${path}/members?${query}`),
  ]);
  const [doors, roles] = group.can.manageMembers
    ? await Promise.all([loadDoors(event, path), api(event).get<RoleList>(at`${path}/roles`)])
    : [null, null];
  return { group, members, doors, roles, search, done: asked.get('done') };
};

async function loadDoors(event: RequestEvent, path: ApiPath) {
  const after = event.url.searchParams.get('invited');
  const mailedPage = new URLSearchParams({ isMailed: 'true', limit: '50', ...(after && { after }) });
  const [requests, invitations, mailed, bans] = await Promise.all([
    api(event).get<JoinRequestPage>(at`${path}/join-requests?limit=50`),
    api(event).get<InvitationPage>(at`${path}/invitations?limit=50`),
    api(event).get<InvitationPage>(at`${path}/invitations?${mailedPage}`),
    api(event).get<BanPage>(at`${path}/bans?limit=50`),
  ]);
  return { requests: requests.rows, invitations: invitations.rows, mailed, bans: bans.rows };
}

export const actions: Actions = {
  role: (event) =>
    deed(event, 'role-saved', (path, { account, role, ownRole }) =>
      api(event).patch(at`${path}/members/${account}`, {
        role,
        // Left out where the group has none of its own.
        ...(ownRole !== undefined && { ownRoleId: ownRole || null }),
      }),
    ),
  remove: (event) =>
    deed(event, 'removed', (path, { account }) => api(event).delete(at`${path}/members/${account}`)),
  ban: (event) => deed(event, 'banned', (path, { account }) => api(event).put(at`${path}/bans/${account}`)),
  lift: (event) =>
    deed(event, 'lifted', (path, { account }) => api(event).delete(at`${path}/bans/${account}`)),
  decide: (event) =>
    deed(
      event,
      (typed) => String(typed.decision),
      (path, { request, decision }) =>
        api(event).put(at`${path}/join-requests/${request}/decision`, { decision }),
    ),
  revoke: (event) =>
    deed(event, 'revoked', (path, { invitation }) =>
      api(event).delete(at`${path}/invitations/${invitation}`),
    ),
  takeBack: (event) =>
    deed(event, 'taken-back', (path, { invitation }) =>
      api(event).delete(at`${path}/invitations/${invitation}`),
    ),
  again: (event) =>
    deed(event, 'sent-again', (path, { invitation }) =>
      api(event).post(at`${path}/invitations/${invitation}/mails`),
    ),
  mail: async (event) => {
    const form = await event.request.formData();
    const path = at`/groups/${event.params.slug}/invitation-mails`;
    try {
      // What came of each address is said once, and its pieces that are no address stay to be corrected.
      return { mailed: await api(event).post<MailedInvitations>(path, words(form)) };
    } catch (error) {
      return refused(error, form);
    }
  },
  invite: async (event) => {
    const form = await event.request.formData();
    const { days, limit } = words(form);
    const asked = { days: Number(days), ...(limit && { useLimit: Number(limit) }) };
    try {
      // Shown once and kept nowhere, so this answer is a page and not a redirect.
      return {
        made: await api(event).post<MadeInvitation>(at`/groups/${event.params.slug}/invitations`, asked),
      };
    } catch (error) {
      return refused(error, form);
    }
  },
};

type Typed = Record<string, string>;
type Deed = (path: ApiPath, typed: Typed) => Promise<unknown>;
async function deed(event: RequestEvent, done: string | ((typed: Typed) => string), act: Deed) {
  const form = await event.request.formData();
  const typed = words(form);
  try {
    await act(at`/groups/${event.params.slug}`, typed);
  } catch (error) {
    return refused(error, form);
  }
  const told = new URLSearchParams({ done: typeof done === 'string' ? done : done(typed) });
  redirect(303, `/groups/${event.params.slug}/members?${told}`);
}
