import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { keepNext, keptNext } from '#lib/accounts/kept-next.server.ts';
import { deedIn } from '#lib/accounts/wishes.ts';
import { safeNext } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, cookies }) => ({
  next: safeNext(url.searchParams.get('next'), keptNext(cookies)),
  wish: deedIn(url),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ email }) => call(event, 'POST /password-resets', {}, { email }),
      (_outcome, { next }) => {
        keepNext(event.cookies, safeNext(next), event.url.protocol === 'https:');
        return '/reset-password/sent';
      },
    ),
};
