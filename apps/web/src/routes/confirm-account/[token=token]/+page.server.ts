import { behindLink } from '#lib/accounts/links.server.ts';
import { backTo } from '#lib/accounts/intents.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { nextPathIn } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  opening: await behindLink(event, 'GET /account-openings/:token', event.params.token),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      () => call(event, 'PUT /account-openings/:token', event.params),
      ({ next, intent }) => backTo(nextPathIn(next), intent),
    ),
};
