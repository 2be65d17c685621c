import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, group: member } = event.params;
  const asked = event.url.searchParams;
  const after = asked.get('after');
  const [group, coalition, steps] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /coalitions/:slug/groups/:group/steps', { slug, group: member, after }),
  ]);
  return { group, coalition, steps, done: asked.get('done') };
};

export const actions: Actions = {
  suspend: (event) =>
    act(
      event,
      ({ reason }) => call(event, 'PUT /coalitions/:slug/groups/:group/suspension', event.params, { reason }),
      '?done=suspended',
    ),
  resume: (event) =>
    act(
      event,
      () => call(event, 'DELETE /coalitions/:slug/groups/:group/suspension', event.params),
      '?done=resumed',
    ),
  end: (event) =>
    act(
      event,
      ({ reason }) => call(event, 'PUT /coalitions/:slug/groups/:group/ending', event.params, { reason }),
      '?done=ended',
    ),
};
