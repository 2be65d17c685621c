import type { RequestEvent } from '@sveltejs/kit';

type Signing = RequestEvent<{ slug: string }>;

/**
 * What was typed to sign, sealed by the api, for the page of thanks alone and for half an hour: so that coming to an event
 * is one press. It stands in no page and no address, and this server cannot read it.
 */
export function saveSigner(event: Signing, signer: string): void {
  event.cookies.set(NAME, signer, {
    path: `/campaigns/${event.params.slug}/thanks`,
    maxAge: 30 * 60,
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
  });
}

export function savedSigner(event: Signing): string | undefined {
  return event.cookies.get(NAME);
}

const NAME = 'signer';
