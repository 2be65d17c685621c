import { orGroupAt } from '#lib/allies/leading.server.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ally: await orGroupAt(event, call(event, 'GET /allies/:slug', event.params)),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  claim: (event) =>
    act(
      event,
      ({ word }) => call(event, 'POST /allies/:slug/claims', event.params, { word }),
      '?done=claimed',
    ),
  withdraw: (event) =>
    act(event, () => call(event, 'DELETE /allies/:slug/claims/own', event.params), '?done=withdrawn'),
};
