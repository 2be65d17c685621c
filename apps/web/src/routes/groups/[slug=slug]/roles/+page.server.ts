import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, roles] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/roles', { slug }),
  ]);
  return { group, roles, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  make: (event) =>
    act(
      event,
      (_typed, form) => call(event, 'POST /groups/:slug/roles', event.params, inputOf(form)),
      '?done=made',
    ),
  save: (event) =>
    act(
      event,
      ({ role: roleId }, form) =>
        call(event, 'PUT /groups/:slug/roles/:roleId', { ...event.params, roleId }, inputOf(form)),
      '?done=saved',
    ),
  remove: (event) =>
    act(
      event,
      ({ role: roleId }) => call(event, 'DELETE /groups/:slug/roles/:roleId', { ...event.params, roleId }),
      '?done=removed',
    ),
};

/** Each box has a name of its own, so that a refused form comes back as it was ticked. */
function inputOf(form: FormData) {
  const ticked = [...form.keys()].filter((name) => name.startsWith('may-'));
  return {
    name: String(form.get('name') ?? ''),
    responsibilities: ticked.map((name) => name.slice('may-'.length)),
  };
}
