import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { proofHeaders } from '#lib/proofs/proof.ts';
import { writtenRsvp } from './written.ts';

/** Answers an event, as its form was filled in. */
export function answerEvent(event: RequestEvent<{ slug: string }>, typed: FormValues, form: FormData) {
  const { name, email, link, owner, website } = typed;
  const rsvp = { name, email, link, owner, website, ...writtenRsvp(form) };
  const options = { headers: proofHeaders(form), twice: true } as const;
  return call(event, 'POST /events/:slug/rsvps', event.params, rsvp, options);
}
