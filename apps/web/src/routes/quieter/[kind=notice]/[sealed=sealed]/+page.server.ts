import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { hushing: await call(event, 'GET /quieter/:kind/:sealed', event.params) };
};

export const actions: Actions = {
  hush: (event) =>
    act(event, async () => {
      await call(event, 'PUT /quieter/:kind/:sealed', event.params);
      return { done: 'hushed' };
    }),
  unhush: (event) =>
    act(event, async () => {
      await call(event, 'DELETE /quieter/:kind/:sealed', event.params);
      return { done: 'unhushed' };
    }),
};
