import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import { sharesIn } from './shares.ts';
import { saveSigner } from './signer.server.ts';

/** Puts a name under a campaign, as its form was filled in. */
export function sign(event: RequestEvent<{ slug: string }>, typed: FormValues, form: FormData) {
  const { name, email, postcode, comment, shownName, owner, link, frame, website, updates, showName } = typed;
  const signature = {
    ...{ name, email, postcode, comment, shownName, owner, link, frame, website },
    shares: sharesIn(typed),
    updates: updates === 'yes',
    showName: showName === 'yes',
  };
  const options = { headers: proofHeaders(form), twice: true } as const;
  return call(event, 'POST /campaigns/:slug/signatures', event.params, signature, options);
}

type Signed = Awaited<ReturnType<typeof sign>>;

/** Where a signature leads: to its own page where it counts at once, else to the thanks, by the same link and from the same frame. */
export function leadToThanks(
  event: RequestEvent<{ slug: string }>,
  signed: Signed,
  came: { via?: string | undefined; frame?: string | undefined },
): string {
  if (signed.state !== 'unconfirmed') return `/signatures/${signed.sealed}`;
  saveSigner(event, signed.signer);
  const { via, frame } = came;
  const query = new URLSearchParams({ ...(via && { via }), ...(frame && { frame }) });
  return `/campaigns/${event.params.slug}/thanks${query.size > 0 ? `?${query}` : ''}`;
}
