import type { RsvpView } from '@groundwork/features/events/rsvps/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { writtenRsvp } from '#lib/events/written.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // One person's page: neither this server nor a library's browser may keep it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const rsvp = await api(event).get<RsvpView>(pathOf(event), FRESH);
  const told = event.url.searchParams;
  return {
    rsvp,
    isConfirmed: told.has('confirmed'),
    hasFewer: told.has('fewer'),
    token: event.params.token,
    isSaved: told.has('saved'),
    isSubscribed: told.has('subscribed'),
  };
};

export const actions: Actions = {
  confirm: async (event) => {
    let asked: RsvpView, confirmed: RsvpView;
    try {
      asked = await api(event).get<RsvpView>(pathOf(event), FRESH);
      confirmed = await api(event).put<RsvpView>(at`${pathOf(event)}/confirmation`, undefined, {
        twice: true,
      });
    } catch (error) {
      return refused(error, await event.request.formData());
    }
    const fewer = confirmed.guestCount < asked.guestCount ? '&fewer' : '';
    redirect(303, `${event.url.pathname}?confirmed${fewer}`);
  },
  change: (event) => act(event, (form) => api(event).put(pathOf(event), writtenRsvp(form), { twice: true })),
  cancel: (event) => act(event, () => api(event).delete(pathOf(event))),
  subscribe: (event) => act(event, () => api(event).put(at`${pathOf(event)}/subscription`), 'subscribed'),
};

/** Headers of its own keep an answer out of what strangers share. */
const FRESH = { headers: { 'cache-control': 'no-cache' } };

function pathOf(event: RequestEvent) {
  return at`/rsvps/${event.params.token}`;
}

async function act(event: RequestEvent, deed: (form: FormData) => Promise<unknown>, told = 'saved') {
  const form = await event.request.formData();
  try {
    await deed(form);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `${event.url.pathname}?${told}`);
}
