import type { OutboxLetter } from '@groundwork/features/stewardship/outbox/contract';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { mail: await api(event).get<OutboxLetter>(at`/site/outbox/${event.params.mailId}`) };
};

export const actions: Actions = {
  open: (event) => open(event, false),
  handOver: (event) => open(event, true),
};

/** Answers with the letter itself: each opening is one on record, so looking again is another. */
async function open(event: RequestEvent, withLinks: boolean) {
  const form = await event.request.formData();
  try {
    const path = at`/site/outbox/${event.params.mailId}/openings`;
    return { opened: await api(event).post<OutboxLetter>(path, { withLinks }), withLinks };
  } catch (error) {
    return refused(error, form);
  }
}
