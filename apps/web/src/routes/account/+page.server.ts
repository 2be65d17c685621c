import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [account, openings] = await Promise.all([
    call(event, 'GET /account'),
    call(event, 'GET /account/letter-openings'),
  ]);
  return { account, openings: openings.rows, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async ({ timeZone = '', ...change }) =>
        call(event, 'PATCH /account', {}, { ...change, timeZone: await readZone(event, timeZone) }),
      '/account?saved',
    ),
};
