import type { Deed, NewWish } from '@groundwork/features/accounts/wishes/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';

/**
 * Keeps what a stranger just pressed, and leads to signing in: on arrival it is done, and they are back on this page. For
 * actions only, which other sites cannot press. Throws what the api refuses.
 */
export async function wishFirst(event: RequestEvent, wish: NewWish): Promise<never> {
  return keepWish(event, at`/wishes`, wish);
}

/** The same for the invitation that this page shows. */
export async function wishToAccept(event: RequestEvent, token: string): Promise<never> {
  return keepWish(event, at`/invitations/${token}/wish`, { deed: 'groups.accept' });
}

async function keepWish(
  event: RequestEvent,
  path: ApiPath,
  { deed, slug }: { deed: Deed; slug?: string },
): Promise<never> {
  await (slug === undefined ? api(event).put(path) : api(event).post(path, { deed, slug }));
  redirect(303, `/sign-in?${new URLSearchParams({ next: event.url.pathname, wish: deed })}`);
}
