import { LENGTHS } from '@groundwork/features/lengths';
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

/** The code of the link that brought somebody, from this part of the address; empty where there is none. */
export function codeIn(url: URL, part: string): string {
  const code = url.searchParams.get(part) ?? '';
  return code.length <= LENGTHS.linkCode ? code : '';
}
