import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const after = event.url.searchParams.get('after');
  const [group, ladders] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/ladders', { slug, after, limit: 20 }),
  ]);
  return { group, ladders, isFirst: after === null };
};

export const actions: Actions = {
  begin: (event) =>
    act(
      event,
      ({ template, name }) =>
        call(event, 'POST /groups/:slug/ladders', event.params, {
          ...(template && { template }),
          ...(name && { name }),
        }),
      ({ id }) => `/groups/${event.params.slug}/ladders/${id}`,
    ),
};
