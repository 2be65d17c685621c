import type { EventView } from '@groundwork/features/events/contract';
import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { writtenRsvp } from '#lib/events/written.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  event: await api(event).get<EventView>(`/events/${event.params.slug}`),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { name, email } = words(form);
    const path = `/events/${event.params.slug}`;
    let accepted: RsvpAccepted;
    try {
      accepted = await api(event).post<RsvpAccepted>(`${path}/rsvps`, { name, email, ...writtenRsvp(form) });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, accepted.token ? `/rsvps/${accepted.token}` : `${path}/thanks?state=${accepted.state}`);
  },
};
