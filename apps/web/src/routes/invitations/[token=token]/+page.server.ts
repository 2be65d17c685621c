import type { GroupView } from '@groundwork/features/groups/contract';
import type { InvitationFace } from '@groundwork/features/groups/invitations/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // The address is a key: no memory of ours or of a proxy should hold the page behind it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const invitation = await api(event).get<InvitationFace>(at`/invitations/${event.params.token}`);
  return { invitation, path: event.url.pathname };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let group: GroupView;
    try {
      group = await api(event).put<GroupView>(at`/invitations/${event.params.token}/acceptance`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${group.slug}?done=joined`);
  },
};
