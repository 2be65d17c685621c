import type { GroupView } from '@groundwork/features/groups/contract';
import type { InvitationFace } from '@groundwork/features/groups/invitations/contract';
import { redirect } from '@sveltejs/kit';
import { wishToAccept } from '#lib/accounts/wishes.server.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // The address is a key: no memory of ours or of a proxy should hold the page behind it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const invitation = await api(event).get<InvitationFace>(at`/invitations/${event.params.token}`);
  return { invitation };
};

export const actions: Actions = {
  /** For who has an account and is not signed in: signing in is all that is left to do. */
  signIn: async (event) => {
    const form = await event.request.formData();
    try {
      return await wishToAccept(event, event.params.token);
    } catch (error) {
      return refused(error, form);
    }
  },
  accept: async (event) => {
    const form = await event.request.formData();
    let group: GroupView;
    try {
      group = await api(event).put<GroupView>(at`/invitations/${event.params.token}/acceptance`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${group.slug}?done=joined`);
  },
  /** For who was mailed it: opened, signed in and in the group by one press. */
  open: async (event) => {
    const form = await event.request.formData();
    const { name, password } = words(form);
    const asked = { name, password, language: event.locals.language };
    let slug: string;
    try {
      const path = at`/invitations/${event.params.token}/account`;
      ({ slug } = await api(event).put<{ slug: string }>(path, asked));
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${slug}?done=joined`);
  },
  /** For who holds a link: their mailbox is asked first. */
  ask: async (event) => {
    const form = await event.request.formData();
    const asked = { ...words(form), language: event.locals.language };
    try {
      await api(event).post(at`/invitations/${event.params.token}/openings`, asked);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/open-account/sent');
  },
};
