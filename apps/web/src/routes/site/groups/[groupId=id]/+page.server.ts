import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  group: await call(event, 'GET /site/groups/:groupId', event.params),
  isDone: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  vouch: (event) =>
    act(event, () => call(event, 'PUT /site/groups/:groupId/vouching', event.params), '?done'),
  doubt: (event) =>
    act(event, () => call(event, 'DELETE /site/groups/:groupId/vouching', event.params), '?done'),
  hide: (event) => takeMeasure(event, 'hidden'),
  show: (event) => endMeasure(event, 'hidden'),
  freeze: (event) => takeMeasure(event, 'frozen'),
  thaw: (event) => endMeasure(event, 'frozen'),
  give: (event) =>
    act(
      event,
      ({ email }) => call(event, 'POST /site/groups/:groupId/stewards', event.params, { email }),
      '?done',
    ),
};

type Event = RequestEvent<{ groupId: string }>;

function takeMeasure(event: Event, kind: string) {
  const at = { ...event.params, kind };
  return act(
    event,
    ({ reason }) => call(event, 'PUT /site/groups/:groupId/measures/:kind', at, { reason }),
    '?done',
  );
}

function endMeasure(event: Event, kind: string) {
  const at = { ...event.params, kind };
  return act(event, () => call(event, 'DELETE /site/groups/:groupId/measures/:kind', at), '?done');
}
