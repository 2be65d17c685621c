import type { InvitationMade, InvitationsPage } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const after = searchParams.get('after');
  const query = new URLSearchParams({ ...(after && { after }) });
  return {
    invitations: await api(event).get<InvitationsPage>(at`/site/invitations?${query}`),
    isWithdrawn: searchParams.has('withdrawn'),
  };
};

export const actions: Actions = {
  // Answers with the page itself: the link is shown once, and belongs in no address.
  make: async (event) => {
    const form = await event.request.formData();
    try {
      const { email, ...asked } = words(form);
      const made = await api(event).post<InvitationMade>(at`/site/invitations`, {
        ...asked,
        ...(email && { email }),
      });
      return { made, message: '', code: '', fields: {}, values: {} };
    } catch (error) {
      return refused(error, form);
    }
  },
  withdraw: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).delete(at`/site/invitations/${String(form.get('id') ?? '')}`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/site/invitations?withdrawn');
  },
};
