import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import { redirect } from '@sveltejs/kit';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { keepSigner } from '#lib/campaigns/signer.server.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(at`/campaigns/${event.params.slug}`);
  atOwnAddress(event, campaign);
  const events = await api(event).get<EventPage>(at`/events?campaign=${campaign.id}&limit=3`);
  return { campaign, events: events.rows, via: event.url.searchParams.get('via') ?? '' };
};

type Signed = { state: 'unconfirmed'; signer: string } | { state: 'confirmed' | 'held'; sealed: string };

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { updates, showName, ...typed } = words(form);
    const { name, email, comment, shownName, link, website } = typed;
    const ticked = { updates: updates === 'yes', showName: showName === 'yes' };
    const asked = { name, email, comment, shownName, link, website, ...ticked };
    const headers = proofHeaders(form);
    let signed: Signed;
    try {
      signed = await api(event).post<Signed>(at`/campaigns/${event.params.slug}/signatures`, asked, {
        headers,
        twice: true,
      });
    } catch (error) {
      return refused(error, form);
    }
    if (signed.state !== 'unconfirmed') redirect(303, `/signatures/${signed.sealed}`);
    keepSigner(event, signed.signer);
    redirect(303, `/campaigns/${event.params.slug}/thanks`);
  },
};
