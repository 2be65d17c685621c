import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const after = event.url.searchParams.get('after') ?? undefined;
  const [group, quiet] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people-forgetting', { slug, after }),
  ]);
  return { group, quiet };
};

export const actions: Actions = {
  keep: (event) =>
    act(event, async ({ personId }) => {
      await call(event, 'PUT /groups/:slug/people/:personId/keeping', { ...event.params, personId });
      return { kept: true };
    }),
};
