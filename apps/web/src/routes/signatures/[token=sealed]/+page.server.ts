import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { sharesIn } from '#lib/campaigns/shares.ts';
import { listNext } from '#lib/campaigns/next-event.server.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // One person's page: neither this server nor a library's browser may keep it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const own = sealedOf(event);
  const signature = await call(event, 'GET /signatures/:sealed', own, undefined, FRESH);
  const { rows } = await call(event, 'GET /signatures/:sealed/rsvps', own, undefined, FRESH);
  const answered = rows.map((answer) => answer.event);
  const next = { campaign: signature.campaign.id, owner: signature.group.slug, answered };
  return { signature, answered, ...(await listNext(event, next)) };
};

export const actions: Actions = {
  confirm: (event) =>
    act(
      event,
      async (typed) => {
        const own = sealedOf(event);
        const shares = sharesIn(typed);
        // Of what was ticked and is not said here, nothing crosses.
        if (shares.length > 0) await call(event, 'PUT /signatures/:sealed/shares', own, { shares });
        return call(event, 'PUT /signatures/:sealed/confirmation', own, undefined, { twice: true });
      },
      '',
    ),
  takeBack: (event) =>
    act(event, () => call(event, 'PUT /signatures/:sealed/shares', sealedOf(event), { shares: [] }), ''),
  withdraw: (event) => act(event, () => call(event, 'DELETE /signatures/:sealed', sealedOf(event)), ''),
  come: (event) =>
    act(
      event,
      ({ event: slug }) =>
        call(event, 'POST /signatures/:sealed/rsvps', sealedOf(event), { event: slug }, { twice: true }),
      (accepted, { event: slug = '' }) => thanksFor(slug, accepted),
    ),
};

/** Headers of its own keep an answer out of what strangers share. */
const FRESH = { headers: { 'cache-control': 'no-cache' } };

function sealedOf({ params }: RequestEvent<{ token: string }>) {
  return { sealed: params.token };
}
