import type { OwnRecord } from '@groundwork/features/people/contract';
import { call, pass, show } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    const answer = await pass(event, 'GET /own-records/:sealed', event.params);
    const { rows: values } = await call(event, 'GET /own-records/:sealed/field-values', event.params);
    return { record: (await answer.json()) as OwnRecord, values };
  } catch (refusal) {
    // Right after erasing, the link that was just used has nothing left to show.
    if (refusal instanceof ApiRefusal && refusal.status === 404 && event.request.method === 'POST')
      return { record: null, values: [] };
    return show(refusal, event);
  }
};

export const actions: Actions = {
  erase: (event) =>
    act(event, async (typed, form) => {
      const leavesNoTrace = typed.leavesNoTrace === 'yes';
      await call(event, 'DELETE /own-records/:sealed', { ...event.params, leavesNoTrace });
      return { erasedFrom: typed.group ?? '', keepsNo: form.has('mail') && !leavesNoTrace };
    }),
};
