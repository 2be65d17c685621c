import { intentFirst } from '#lib/accounts/intents.server.ts';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import { writtenRsvp } from '#lib/events/written.ts';
import { codeIn } from '#lib/links/codes.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url);
  const found = await call(event, 'GET /events/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, found);
  return { event: found, via };
};

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return act(
      event,
      async ({ name, email, link, owner, website }, form) => {
        if (form.has('intent') && !event.locals.viewer)
          await intentFirst(event, { deed: 'events.rsvp', slug });
        const rsvp = { name, email, link, owner, website, ...writtenRsvp(form) };
        const options = { headers: proofHeaders(form), twice: true } as const;
        return call(event, 'POST /events/:slug/rsvps', { slug }, rsvp, options);
      },
      (accepted, { link }) => thanksFor(slug, accepted, link),
    );
  },
};
