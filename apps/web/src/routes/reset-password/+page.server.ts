import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).post(at`/password-resets`, words(form));
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/reset-password/sent');
  },
};
