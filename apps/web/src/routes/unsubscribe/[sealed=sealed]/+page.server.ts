import type { Subscription } from '@groundwork/features/people/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api, type Api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { subscription: await api(event).get<Subscription>(pathOf(event)) };
};

export const actions: Actions = {
  stop: (event) => ask(event, 'stopped', (path) => api(event).delete(path)),
  keep: (event) => ask(event, 'kept', (path) => api(event).put(path, undefined, { twice: true })),
  record: (event) => ask(event, 'sent', (path) => api(event).post(at`${path}/own-record-mails`)),
};

type Event = RequestEvent<{ sealed: string }>;
async function ask(event: Event, done: string, send: (path: ApiPath) => ReturnType<Api['put']>) {
  try {
    await send(pathOf(event));
  } catch (error) {
    return refused(error, new FormData());
  }
  return { done };
}

function pathOf({ params }: Event) {
  return at`/subscriptions/${params.sealed}`;
}
