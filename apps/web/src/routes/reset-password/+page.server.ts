import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { saveNext, savedNext } from '#lib/accounts/saved-next.server.ts';
import { deedIn } from '#lib/accounts/intents.ts';
import { nextPathIn } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, cookies }) => ({
  next: nextPathIn(url.searchParams.get('next'), savedNext(cookies)),
  intent: deedIn(url),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ email }) => call(event, 'POST /password-resets', {}, { email }),
      (_outcome, { next }) => {
        saveNext(event.cookies, nextPathIn(next), event.url.protocol === 'https:');
        return '/reset-password/sent';
      },
    ),
};
