import { LENGTHS } from '@groundwork/features/lengths';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { saveSigner } from '#lib/campaigns/signer.server.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = event.url.searchParams.get('via') ?? '';
  const asked = { ...event.params, ...(via.length <= LENGTHS.linkCode && via && { via }) };
  const campaign = await call(event, 'GET /campaigns/:slug', asked);
  atOwnAddress(event, campaign);
  const events = await call(event, 'GET /events', { campaign: campaign.id, limit: 3 });
  return { campaign, events: events.rows, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ updates, showName, ...typed }, form) => {
        const { name, email, postcode, comment, shownName, owner, link, website } = typed;
        const shares = valuesOf(typed, 'share');
        const ticked = { updates: updates === 'yes', showName: showName === 'yes' };
        const signature = {
          name,
          email,
          postcode,
          comment,
          shownName,
          shares,
          owner,
          link,
          website,
          ...ticked,
        };
        const options = { headers: proofHeaders(form), twice: true } as const;
        return call(event, 'POST /campaigns/:slug/signatures', event.params, signature, options);
      },
      (signed) => {
        if (signed.state !== 'unconfirmed') return `/signatures/${signed.sealed}`;
        saveSigner(event, signed.signer);
        return `/campaigns/${event.params.slug}/thanks`;
      },
    ),
};
