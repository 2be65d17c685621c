import type { AccountView } from '@groundwork/features/accounts/contract';
import type { OwnOpenings } from '@groundwork/features/stewardship/outbox/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [account, openings] = await Promise.all([
    api(event).get<AccountView>(at`/account`),
    api(event).get<OwnOpenings>(at`/account/letter-openings`),
  ]);
  return { account, openings: openings.rows, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const { timeZone = '', ...change } = words(form);
      await api(event).patch(at`/account`, { ...change, timeZone: await readZone(event, timeZone) });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/account?saved');
  },
};
