import type { RequestEvent } from '@sveltejs/kit';
import { WEB_KEY } from '$app/env/private';

/** Where a visitor comes from, for the api, which counts by it: each question asked in their name carries these. */
export function addressHeaders(event: RequestEvent): Record<string, string> {
  return {
    // Not what the visitor wrote: handler.ts has put in its place what is known.
    'x-forwarded-for': event.request.headers.get('x-forwarded-for') ?? event.getClientAddress(),
    ...(WEB_KEY && { 'x-web-key': WEB_KEY }),
  };
}
