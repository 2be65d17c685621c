import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const [group, announcements] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/announcements', { slug, after: asked.get('after') }),
  ]);
  return { group, announcements, isGone: asked.has('gone') };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ title, body }) => call(event, 'POST /groups/:slug/announcements', event.params, { title, body }),
      ({ id }) => `/groups/${event.params.slug}/announcements/${id}?said`,
    ),
};
