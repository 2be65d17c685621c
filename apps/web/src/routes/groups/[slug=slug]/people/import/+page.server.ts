import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, imports] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/imports', { slug, after: event.url.searchParams.get('after') }),
  ]);
  return { group, imports };
};

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return act(
      event,
      (_typed, form) => {
        const file = form.get('file');
        const chosen = file instanceof File ? file : new File([], 'empty.csv');
        const fileName = chosen.name.slice(-200) || 'list.csv';
        const headers = { 'content-type': 'text/csv' };
        return call(event, 'POST /groups/:slug/imports', { slug, fileName }, chosen, { headers });
      },
      ({ id }) => `/groups/${slug}/people/import/${id}`,
    );
  },
};
