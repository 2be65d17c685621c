import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const [group, person, lists] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId', { slug, personId }),
    call(event, 'GET /groups/:slug/people/:personId/lists', { slug, personId }),
  ]);
  return { group, person, lists };
};

export const actions: Actions = {
  tag: (event) =>
    act(
      event,
      ({ tags: typed = '' }) => {
        const lines = typed.split(/[\r\n]+/).map((tag) => tag.trim());
        const tags = lines.filter(Boolean);
        return call(event, 'PUT /groups/:slug/people/:personId/tags', event.params, { tags });
      },
      '',
    ),
  putOn: (event) =>
    act(
      event,
      ({ listId = '' }) =>
        call(event, 'PUT /groups/:slug/lists/:listId/people/:personId', { ...event.params, listId }),
      '',
    ),
  takeOff: (event) =>
    act(
      event,
      ({ listId = '' }) =>
        call(event, 'DELETE /groups/:slug/lists/:listId/people/:personId', { ...event.params, listId }),
      '',
    ),
  erase: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/people/:personId', event.params),
      `/groups/${event.params.slug}/people?erased`,
    ),
};
