import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { mail: await call(event, 'GET /site/outbox/:mailId', event.params) };
};

export const actions: Actions = {
  open: (event) => open(event, false),
  handOver: (event) => open(event, true),
};

/** Answers with the letter itself: each opening is one on record, so looking again is another. */
function open(event: RequestEvent, withLinks: boolean) {
  return act(event, async () => ({
    opened: await call(event, 'POST /site/outbox/:mailId/openings', event.params, { withLinks }),
    withLinks,
  }));
}
