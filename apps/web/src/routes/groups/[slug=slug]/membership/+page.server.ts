import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await call(event, 'GET /groups/:slug', event.params);
  if (!group.myFace) redirect(303, `/groups/${group.slug}`);
  return { group, face: group.myFace, isSaved: event.url.searchParams.get('done') === 'saved' };
};

export const actions: Actions = {
  face: (event) =>
    act(
      event,
      ({ name, pronouns }) => call(event, 'PATCH /groups/:slug/membership', event.params, { name, pronouns }),
      '?done=saved',
    ),
  leave: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/membership', event.params), '/groups?done=left'),
};
