import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import { sharesIn } from './shares.ts';

/** Puts a name under a campaign, as its form was filled in. */
export function sign(event: RequestEvent<{ slug: string }>, typed: FormValues, form: FormData) {
  const { name, email, postcode, comment, shownName, owner, link, website, updates, showName } = typed;
  const signature = {
    ...{ name, email, postcode, comment, shownName, owner, link, website },
    shares: sharesIn(typed),
    updates: updates === 'yes',
    showName: showName === 'yes',
  };
  const options = { headers: proofHeaders(form), twice: true } as const;
  return call(event, 'POST /campaigns/:slug/signatures', event.params, signature, options);
}
