import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listNext } from '#lib/campaigns/next-event.server.ts';
import { savedSigner } from '#lib/campaigns/signer.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url);
  const asked = { ...event.params, ...(via && { via }) };
  const told = event.url.searchParams.get('frame') ?? '';
  // One that was taken off meanwhile leads on to its campaign.
  const framed = told
    ? await nullFor([404], call(event, 'GET /campaigns/:slug/frames/:frame', { ...asked, frame: told }))
    : null;
  const campaign = framed?.campaign ?? (await call(event, 'GET /campaigns/:slug', asked));
  const { events, press } = await listNext(event, { campaign: campaign.id, owner: campaign.owner.slug });
  return { campaign, frame: framed?.frame ?? null, via, events, press: savedSigner(event) ? press : null };
};

export const actions: Actions = {
  come: (event) =>
    act(
      event,
      ({ event: slug = '' }, form) => {
        const signer = savedSigner(event);
        // Half an hour is over: the event's own form asks who it is.
        if (!signer) redirect(303, `/events/${encodeURIComponent(slug)}`);
        const options = { headers: proofHeaders(form), twice: true } as const;
        const rsvp = { signer, answer: 'going', guestCount: 0, updates: false };
        return call(event, 'POST /events/:slug/rsvps', { slug }, rsvp, options);
      },
      (accepted, { event: slug = '' }) => thanksFor(slug, accepted),
    ),
};
