import type { AccountsPage } from '@groundwork/features/stewardship/contract';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const asked = new URLSearchParams(
    [...searchParams].filter(([name]) => name === 'search' || name === 'after'),
  );
  return {
    accounts: await api(event).get<AccountsPage>(at`/site/accounts?${asked}`),
    search: searchParams.get('search') ?? '',
  };
};

export const actions: Actions = {
  share: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).put(at`/site/stewards/${String(form.get('account') ?? '')}`);
    } catch (error) {
      return refused(error, form);
    }
  },
  end: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).delete(at`/site/stewards/${String(form.get('account') ?? '')}`);
    } catch (error) {
      return refused(error, form);
    }
  },
};
