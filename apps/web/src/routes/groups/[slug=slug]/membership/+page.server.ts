import type { GroupView } from '@groundwork/features/groups/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await api(event).get<GroupView>(at`/groups/${event.params.slug}`);
  if (!group.myFace) redirect(303, `/groups/${group.slug}`);
  return { group, face: group.myFace, isSaved: event.url.searchParams.get('done') === 'saved' };
};

export const actions: Actions = {
  face: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).patch(at`/groups/${event.params.slug}/membership`, words(form));
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${event.params.slug}/membership?done=saved`);
  },
  leave: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).delete(at`/groups/${event.params.slug}/membership`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/groups?done=left');
  },
};
