import { behindLink } from '#lib/accounts/links.server.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  change: await behindLink(event, 'GET /account/email-changes/:token', event.params.token),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      () => call(event, 'PUT /account/email-changes/:token', event.params),
      '/account/email?changed',
    ),
};
