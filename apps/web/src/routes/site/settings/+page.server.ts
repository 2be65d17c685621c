import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Site } from '#lib/viewer/viewer.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Asked for as a steward's page, so that for everyone else it is not there.
  const { site } = await api(event).get<{ site: Site }>(at`/site/status`);
  return { settings: site, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).patch(at`/site`, { ...words(form), languages: form.getAll('languages') });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/site/settings?saved');
  },
};
