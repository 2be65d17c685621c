import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { writtenRsvp } from '#lib/events/written.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // One person's page: neither this server nor a library's browser may keep it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const query = event.url.searchParams;
  return {
    rsvp: await findRsvp(event),
    isConfirmed: query.has('confirmed'),
    hasFewer: query.has('fewer'),
    token: event.params.token,
    isSaved: query.has('saved'),
    isSubscribed: query.has('subscribed'),
  };
};

export const actions: Actions = {
  confirm: (event) =>
    act(
      event,
      async () => {
        const asked = await findRsvp(event);
        const confirmed = await confirm(event);
        return confirmed.guestCount < asked.guestCount;
      },
      (hasFewer) => `?confirmed${hasFewer ? '&fewer' : ''}`,
    ),
  change: (event) =>
    act(
      event,
      (_typed, form) =>
        call(event, 'PUT /rsvps/:sealed', sealedOf(event), writtenRsvp(form), { twice: true }),
      '?saved',
    ),
  cancel: (event) => act(event, () => call(event, 'DELETE /rsvps/:sealed', sealedOf(event)), '?saved'),
  subscribe: (event) =>
    act(event, () => call(event, 'PUT /rsvps/:sealed/subscription', sealedOf(event)), '?subscribed'),
};

type Event = RequestEvent<{ token: string }>;

function sealedOf({ params }: Event) {
  return { sealed: params.token };
}

/** Headers of its own keep an answer out of what strangers share. */
const FRESH = { headers: { 'cache-control': 'no-cache' } };

function confirm(event: Event) {
  return call(event, 'PUT /rsvps/:sealed/confirmation', sealedOf(event), undefined, { twice: true });
}

function findRsvp(event: Event) {
  return call(event, 'GET /rsvps/:sealed', sealedOf(event), undefined, FRESH);
}
