import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, lists, counts] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/lists', { slug }),
    call(event, 'GET /groups/:slug/saved-counts', { slug, milliseconds: 300 }),
  ]);
  return { group, lists, counts: Object.fromEntries(counts.rows.map(({ id, count }) => [id, count])) };
};

export const actions: Actions = {
  make: (event) =>
    act(event, ({ name }) => call(event, 'POST /groups/:slug/lists', event.params, { name }), ''),
  rename: (event) =>
    act(
      event,
      ({ listId, name }) =>
        call(event, 'PUT /groups/:slug/lists/:listId', { ...event.params, listId }, { name }),
      '',
    ),
  remove: (event) =>
    act(
      event,
      ({ listId }) => call(event, 'DELETE /groups/:slug/lists/:listId', { ...event.params, listId }),
      '',
    ),
};
