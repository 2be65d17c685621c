import { forgetNext, savedNext } from '#lib/accounts/saved-next.server.ts';
import { behindLink } from '#lib/accounts/links.server.ts';
import { backTo } from '#lib/accounts/intents.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  reset: await behindLink(event, 'GET /password-resets/:token', event.params.token),
});

export const actions: Actions = {
  default: (event) => {
    const next = savedNext(event.cookies);
    return act(
      event,
      ({ password }) => call(event, 'PUT /password-resets/:token', event.params, { password, next }),
      (intent) => {
        forgetNext(event.cookies);
        return next === '/' ? '/account/password?changed' : backTo(next, intent);
      },
    );
  },
};
