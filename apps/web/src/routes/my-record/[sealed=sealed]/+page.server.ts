import type { OwnRecord } from '@groundwork/features/people/contract';
import { api, show } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { Refusal } from '#lib/api/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    const answer = await api(event).raw('GET', at`/own-records/${event.params.sealed}`);
    return { record: (await answer.json()) as OwnRecord };
  } catch (refusal) {
    // Right after erasing, the link that was just used has nothing left to show.
    if (refusal instanceof Refusal && refusal.status === 404 && event.request.method === 'POST')
      return { record: null };
    return show(refusal, event);
  }
};

export const actions: Actions = {
  erase: async (event) => {
    const form = await event.request.formData();
    const leavesNoTrace = form.get('leavesNoTrace') === 'yes';
    try {
      await api(event).delete(
        at`/own-records/${event.params.sealed}?${new URLSearchParams({ leavesNoTrace: String(leavesNoTrace) })}`,
      );
    } catch (error) {
      return refused(error, form);
    }
    return { erasedFrom: String(form.get('group') ?? ''), keepsNo: form.has('mail') && !leavesNoTrace };
  },
};
