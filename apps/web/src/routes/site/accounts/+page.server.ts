import type { AccountsPage } from '@groundwork/features/stewardship/contract';
import { api } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  return {
    accounts: await api(event).get<AccountsPage>(`/site/accounts?${searchParams}`),
    search: searchParams.get('search') ?? '',
  };
};
