import type { Setup, SetupDone } from '@groundwork/features/stewardship/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { Refusal } from '#lib/api/refusal.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    await api(event).raw('GET', at`/setup/${event.params.token}`);
    return { isOpen: true };
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 404) return { isOpen: false };
    throw refusal;
  }
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let done: SetupDone;
    try {
      const { timeZone = '', ...typed } = words(form);
      const chosen = { languages: form.getAll('languages'), timeZone: await readZone(event, timeZone) };
      const answers = { groupSummary: '', ...typed, ...chosen } as Setup;
      done = await api(event).post<SetupDone>(at`/setup/${event.params.token}`, answers);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${done.groupSlug}`);
  },
};
