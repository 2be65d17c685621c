import type { GroupView } from '@groundwork/features/groups/contract';
import type { ImportsPage, ImportView } from '@groundwork/features/people/imports/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, imports] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<ImportsPage>(at`/groups/${slug}/imports?${event.url.searchParams}`),
  ]);
  return { group, imports };
};

export const actions: Actions = {
  default: async (event) => {
    const { slug } = event.params;
    const form = await event.request.formData();
    const file = form.get('file');
    let started: ImportView;
    try {
      const chosen = file instanceof File ? file : new File([], 'empty.csv');
      const name = chosen.name.slice(-200) || 'list.csv';
      started = await api(event).post<ImportView>(at`/groups/${slug}/imports?fileName=${name}`, chosen, {
        headers: { 'content-type': 'text/csv' },
      });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${slug}/people/import/${started.id}`);
  },
};
