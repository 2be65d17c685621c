import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  const after = event.url.searchParams.get('after') ?? undefined;
  const records = await call(event, 'GET /own-mailboxes/:sealed/records', { ...event.params, after });
  return { ...records, sealed: event.params.sealed };
};

export const actions: Actions = {
  addEmail: (event) =>
    act(event, async ({ email = '' }) => {
      await call(event, 'POST /own-mailboxes/:sealed/emails', event.params, { email });
      return { asked: true };
    }),
  erase: (event) =>
    act(event, async (typed) => {
      const leavesNoTrace = typed.leavesNoTrace === 'yes';
      await call(event, 'DELETE /own-mailboxes/:sealed/records', { ...event.params, leavesNoTrace });
      return { erased: true };
    }),
};
