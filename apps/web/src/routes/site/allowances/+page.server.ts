import type { AllowancesPage } from '@groundwork/features/stewardship/allowances/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const query = new URLSearchParams([...searchParams].filter(([name]) => name === 'after'));
  return {
    allowances: await api(event).get<AllowancesPage>(at`/site/allowances?${query}`),
    isDone: searchParams.has('done'),
  };
};

export const actions: Actions = {
  give: async (event) => {
    const form = await event.request.formData();
    try {
      const { to = '', times } = words(form);
      await api(event).put(at`/site/allowances`, { to, times: Number(times) });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/site/allowances?done');
  },
  end: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).delete(at`/site/allowances/${String(form.get('id') ?? '')}`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/site/allowances?done');
  },
};
