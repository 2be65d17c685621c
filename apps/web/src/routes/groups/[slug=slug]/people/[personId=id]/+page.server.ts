import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { reachActions } from '#lib/people/reach.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const [group, person, reach, known, lists] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId', { slug, personId }),
    call(event, 'GET /groups/:slug/people/:personId/reach', { slug, personId }),
    call(event, 'GET /groups/:slug/people/:personId/field-values', { slug, personId }),
    call(event, 'GET /groups/:slug/people/:personId/lists', { slug, personId }),
  ]);
  return { group, person, reach, known, lists };
};

export const actions: Actions = {
  ...reachActions,
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
  fill: (event) =>
    act(
      event,
      (typed) => {
        const values = Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('value-') ? [{ field: name.slice('value-'.length), value }] : [],
        );
        return call(event, 'PUT /groups/:slug/people/:personId/field-values', event.params, { values });
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
