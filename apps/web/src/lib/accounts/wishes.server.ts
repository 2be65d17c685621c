import type { Deed, NewWish } from '@groundwork/features/accounts/wishes/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * Keeps what a stranger just pressed, and leads to signing in: on arrival it is done, and they are back on this page. For
 * actions only, which other sites cannot press. Throws what the api refuses.
 */
export async function wishFirst(event: RequestEvent, wish: NewWish): Promise<never> {
  await call(event, 'POST /wishes', {}, wish);
  return signInFor(event, wish.deed);
}

/** The same for the invitation that this page shows. */
export async function wishToAccept(event: RequestEvent, token: string): Promise<never> {
  await call(event, 'PUT /invitations/:token/wish', { token });
  return signInFor(event, 'groups.accept');
}

function signInFor({ url }: RequestEvent, wish: Deed): never {
  redirect(303, `/sign-in?${new URLSearchParams({ next: url.pathname, wish })}`);
}
