import type { Subscription } from '@groundwork/features/people/contract';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { subscription: await api(event).get<Subscription>(`/subscriptions/${event.params.sealed}`) };
};

export const actions: Actions = {
  stop: async (event) => {
    try {
      await api(event).delete(`/subscriptions/${event.params.sealed}`);
    } catch (error) {
      return refused(error, new FormData());
    }
  },
  keep: async (event) => {
    try {
      await api(event).put(`/subscriptions/${event.params.sealed}`);
    } catch (error) {
      return refused(error, new FormData());
    }
  },
};
