import type { ResetView } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import { behindLink } from '#lib/accounts/links.server.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  reset: await behindLink<ResetView>(event, at`/password-resets/${event.params.token}`),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).put(at`/password-resets/${event.params.token}`, words(form));
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/account/password?changed');
  },
};
