import type { EventView } from '@groundwork/features/events/contract';
import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';
import { redirect } from '@sveltejs/kit';
import { wishFirst } from '#lib/accounts/wishes.server.ts';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import { writtenRsvp } from '#lib/events/written.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await api(event).get<EventView>(at`/events/${event.params.slug}`);
  atOwnAddress(event, found);
  return { event: found, via: event.url.searchParams.get('via') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { name, email, link, website } = words(form);
    const path = at`/events/${event.params.slug}`;
    let accepted: RsvpAccepted;
    try {
      if (form.has('wish') && !event.locals.viewer)
        await wishFirst(event, { deed: 'events.rsvp', slug: event.params.slug });
      const asked = { name, email, link, website, ...writtenRsvp(form) };
      const headers = proofHeaders(form);
      accepted = await api(event).post<RsvpAccepted>(at`${path}/rsvps`, asked, { headers, twice: true });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, thanksFor(event.params.slug, accepted));
  },
};
