import { redirect } from '@sveltejs/kit';
import { backTo, deedIn } from '#lib/accounts/intents.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { nextPathIn } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = nextPathIn(url.searchParams.get('next'));
  if (locals.viewer) redirect(303, next);
  return { next, intent: deedIn(url) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ email, password, next }) =>
        call(event, 'POST /session', {}, { email, password, next: nextPathIn(next) }),
      (intent, { next }) => backTo(nextPathIn(next), intent),
    ),
};
