import type { OwnSignature } from '@groundwork/features/campaigns/signatures/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // One person's page: neither this server nor a library's browser may keep it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const signature = await api(event).get<OwnSignature>(pathOf(event), FRESH);
  const events = await api(event).get<EventPage>(at`/events?campaign=${signature.campaign.id}&limit=3`);
  return { signature, events: events.rows };
};

export const actions: Actions = {
  confirm: (event) =>
    act(event, () => api(event).put(at`${pathOf(event)}/confirmation`, undefined, { twice: true })),
  withdraw: (event) => act(event, () => api(event).delete(pathOf(event))),
};

/** Headers of its own keep an answer out of what strangers share. */
const FRESH = { headers: { 'cache-control': 'no-cache' } };

function pathOf(event: RequestEvent) {
  return at`/signatures/${event.params.token}`;
}

async function act(event: RequestEvent, deed: () => Promise<unknown>) {
  try {
    await deed();
  } catch (error) {
    return refused(error, new FormData());
  }
  redirect(303, event.url.pathname);
}
