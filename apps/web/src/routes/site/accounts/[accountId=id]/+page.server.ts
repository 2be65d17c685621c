import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  account: await call(event, 'GET /site/accounts/:accountId', event.params),
  isDone: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  suspend: (event) =>
    act(
      event,
      ({ reason }) => call(event, 'PUT /site/accounts/:accountId/suspension', event.params, { reason }),
      '?done',
    ),
  lift: (event) =>
    act(event, () => call(event, 'DELETE /site/accounts/:accountId/suspension', event.params), '?done'),
  'sign-out': (event) =>
    act(event, () => call(event, 'DELETE /site/accounts/:accountId/sessions', event.params), '?done'),
};
