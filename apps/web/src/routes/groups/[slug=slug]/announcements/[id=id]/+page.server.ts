import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, announcement] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/announcements/:id', event.params),
  ]);
  return { group, announcement, isSaid: event.url.searchParams.has('said') };
};

export const actions: Actions = {
  read: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/announcements/:id/reading', event.params), ''),
  withdraw: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/announcements/:id', event.params),
      `/groups/${event.params.slug}/announcements?gone`,
    ),
};
