import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { valuesOf, type FormValues } from '#lib/api/forms.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';

/** Puts a name under a campaign, as its form was filled in. */
export function sign(event: RequestEvent<{ slug: string }>, typed: FormValues, form: FormData) {
  const { name, email, postcode, comment, shownName, owner, link, website, updates, showName } = typed;
  const signature = {
    ...{ name, email, postcode, comment, shownName, owner, link, website },
    shares: valuesOf(typed, 'share'),
    updates: updates === 'yes',
    showName: showName === 'yes',
  };
  const options = { headers: proofHeaders(form), twice: true } as const;
  return call(event, 'POST /campaigns/:slug/signatures', event.params, signature, options);
}
