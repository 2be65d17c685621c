import type { GroupView } from '@groundwork/features/groups/contract';
import type { PersonView } from '@groundwork/features/people/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const [group, person] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<PersonView>(at`/groups/${slug}/people/${personId}`),
  ]);
  return { group, person };
};

export const actions: Actions = {
  tag: async (event) => {
    const { slug, personId } = event.params;
    const form = await event.request.formData();
    const tags = String(form.get('tags') ?? '')
      .split(/[\r\n]+/)
      .map((tag) => tag.trim())
      .filter(Boolean);
    try {
      await api(event).put(at`/groups/${slug}/people/${personId}/tags`, { tags });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${slug}/people/${personId}`);
  },
  erase: async (event) => {
    const { slug, personId } = event.params;
    try {
      await api(event).delete(at`/groups/${slug}/people/${personId}`);
    } catch (error) {
      return refused(error, new FormData());
    }
    redirect(303, `/groups/${slug}/people?erased`);
  },
};
