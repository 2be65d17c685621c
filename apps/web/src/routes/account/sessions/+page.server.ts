import type { SessionsView } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  sessions: await api(event).get<SessionsView>(at`/account/sessions`),
  isEnded: event.url.searchParams.has('ended'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).delete(at`/account/sessions/${String(form.get('key') ?? '')}`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/account/sessions?ended');
  },
};
