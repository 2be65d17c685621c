import type { GroupView } from '@groundwork/features/groups/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  needViewer(locals, '/sign-in?next=/groups/new');
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let group: GroupView;
    try {
      group = await api(event).post<GroupView>(at`/groups`, words(form));
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${group.slug}`);
  },
};
