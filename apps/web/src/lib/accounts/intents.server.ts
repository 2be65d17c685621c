import type { Deed, NewIntent } from '@groundwork/features/accounts/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * Keeps what a stranger just pressed, and leads to signing in: on arrival it is done, and they are back on this page. For
 * actions only, which other sites cannot press. Throws what the api refuses.
 */
export async function intentFirst(event: RequestEvent, intent: NewIntent): Promise<never> {
  await call(event, 'POST /intents', {}, intent);
  return signInFor(event, intent.deed);
}

/** The same for the invitation that this page shows. */
export async function intentToAccept(event: RequestEvent, token: string): Promise<never> {
  await call(event, 'PUT /invitations/:token/intent', { token });
  return signInFor(event, 'groups.accept');
}

function signInFor({ url }: RequestEvent, intent: Deed): never {
  redirect(303, `/sign-in?${new URLSearchParams({ next: url.pathname, intent })}`);
}
