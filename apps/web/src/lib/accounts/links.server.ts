import type { Api } from '@groundwork/features/api';
import type { RequestEvent } from '@sveltejs/kit';
import { pass, show } from '#lib/api/api.server.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';

type Link =
  | 'GET /account-invitations/:token'
  | 'GET /account-openings/:token'
  | 'GET /account/email-changes/:token'
  | 'GET /password-resets/:token';

/** What stands behind a link from a mail, or null when it was used or its time is over. */
export async function behindLink<Name extends Link>(event: RequestEvent, name: Name, token: string) {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    const answer = await pass<Link>(event, name, { token });
    return (await answer.json()) as Api[Name]['answer'];
  } catch (refusal) {
    if (refusal instanceof ApiRefusal && refusal.code === 'accounts.link-ended') return null;
    return show(refusal, event);
  }
}
