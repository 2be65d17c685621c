import type { EmailChangeView } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import { behindLink } from '#lib/accounts/links.server.ts';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  change: await behindLink<EmailChangeView>(event, at`/account/email-changes/${event.params.token}`),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).put(at`/account/email-changes/${event.params.token}`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/account/email?changed');
  },
};
