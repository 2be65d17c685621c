import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { listNext } from '#lib/campaigns/next-event.server.ts';
import { keptSigner } from '#lib/campaigns/signer.server.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(at`/campaigns/${event.params.slug}`);
  const { events, press } = await listNext(event, campaign.id);
  return { campaign, events, press: keptSigner(event) ? press : null };
};

export const actions: Actions = {
  come: async (event) => {
    const form = await event.request.formData();
    const { event: slug = '' } = words(form);
    const signer = keptSigner(event);
    // Half an hour is over: the event's own form asks who it is.
    if (!signer) redirect(303, `/events/${encodeURIComponent(slug)}`);
    let accepted: RsvpAccepted;
    try {
      const asked = { signer, answer: 'going' };
      accepted = await api(event).post<RsvpAccepted>(at`/events/${slug}/rsvps`, asked, {
        headers: proofHeaders(form),
        twice: true,
      });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, thanksFor(slug, accepted));
  },
};
