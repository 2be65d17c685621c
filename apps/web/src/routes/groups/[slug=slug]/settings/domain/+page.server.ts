import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, own] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/domain', { slug }),
  ]);
  return { group, own, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  enter: (event) =>
    act(
      event,
      ({ domain = '', localPart = '' }) =>
        call(event, 'PUT /groups/:slug/domain', event.params, { domain, localPart }),
      '?done=entered',
    ),
  look: (event) =>
    act(event, () => call(event, 'POST /groups/:slug/domain/looks', event.params), '?done=looked'),
  remove: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/domain', event.params), '?done=removed'),
};
