import type { RequestEvent } from '@sveltejs/kit';
import { api, show } from '#lib/api/api.server.ts';
import type { ApiPath } from '#lib/api/paths.ts';
import { Refusal } from '#lib/api/refusal.ts';

/** What stands behind a link from a mail, or null when it was used or its time is over. */
export async function behindLink<T>(event: RequestEvent, path: ApiPath): Promise<T | null> {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    const answer = await api(event).raw('GET', path);
    return (await answer.json()) as T;
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.code === 'accounts.link-ended') return null;
    return show(refusal, event);
  }
}
