import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  account: await call(event, 'GET /account'),
  isChanged: event.url.searchParams.has('changed'),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ email, password }) => call(event, 'POST /account/email-changes', {}, { email, password }),
      '/account/email',
    ),
};
