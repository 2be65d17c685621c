import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const search = searchParams.get('search') ?? '';
  return {
    accounts: await call(event, 'GET /site/accounts', { search, after: searchParams.get('after') }),
    search,
  };
};

export const actions: Actions = {
  share: (event) =>
    act(event, async ({ account: accountId }) => {
      await call(event, 'PUT /site/stewards/:accountId', { accountId });
    }),
  end: (event) =>
    act(event, async ({ account: accountId }) => {
      await call(event, 'DELETE /site/stewards/:accountId', { accountId });
    }),
};
