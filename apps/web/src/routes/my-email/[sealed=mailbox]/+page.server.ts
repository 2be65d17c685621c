import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return { asked: await call(event, 'GET /own-emails/:sealed', event.params) };
};

export const actions: Actions = {
  default: (event) =>
    act(event, async () => ({ added: await call(event, 'PUT /own-emails/:sealed', event.params) })),
};
