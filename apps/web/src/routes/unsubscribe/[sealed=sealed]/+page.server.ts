import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { subscription: await call(event, 'GET /subscriptions/:sealed', event.params) };
};

export const actions: Actions = {
  stop: (event) =>
    act(event, async () => {
      await call(event, 'DELETE /subscriptions/:sealed', event.params);
      return { done: 'stopped' };
    }),
  keep: (event) =>
    act(event, async () => {
      await call(event, 'PUT /subscriptions/:sealed', event.params, undefined, { twice: true });
      return { done: 'kept' };
    }),
  stopMembership: (event) =>
    act(event, () => call(event, 'DELETE /subscriptions/:sealed/membership', event.params), ''),
  keepMembership: (event) =>
    act(event, () => call(event, 'PUT /subscriptions/:sealed/membership', event.params), ''),
  record: (event) =>
    act(event, async () => {
      await call(event, 'POST /subscriptions/:sealed/own-record-mails', event.params);
      return { done: 'sent' };
    }),
};
