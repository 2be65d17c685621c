import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listingDays } from '#lib/directory/days.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const id = event.params.listingId;
  const asked = event.url.searchParams;
  const [listing, answers] = await Promise.all([
    call(event, 'GET /listings/:id', { id }),
    event.locals.viewer
      ? call(event, 'GET /listings/:id/answers', { id, after: asked.get('answers'), limit: 20 })
      : null,
  ]);
  return { listing, answers, days: listingDays(new Date()), done: asked.get('done') };
};

export const actions: Actions = {
  answer: (event) =>
    act(
      event,
      ({ group, word }) =>
        call(event, 'POST /listings/:id/answers', { id: event.params.listingId }, { group, word }),
      '?done=answered#answers',
    ),
  take: (event) => decide(event, 'taken'),
  decline: (event) => decide(event, 'declined'),
  fulfil: (event) =>
    act(
      event,
      ({ answer }) =>
        call(event, 'PUT /listings/:id/answers/:answerId/fulfilment', {
          ...{ id: event.params.listingId, answerId: answer },
        }),
      '?done=fulfilled#answers',
    ),
  withdraw: (event) =>
    act(
      event,
      ({ answer }) =>
        call(event, 'DELETE /listings/:id/answers/:answerId', {
          ...{ id: event.params.listingId, answerId: answer },
        }),
      '?done=withdrawn',
    ),
  close: (event) =>
    act(
      event,
      () => call(event, 'PUT /listings/:id/closing', { id: event.params.listingId }),
      '?done=closed',
    ),
  reopen: (event) =>
    act(
      event,
      ({ endsOn }) => call(event, 'PUT /listings/:id/reopening', { id: event.params.listingId }, { endsOn }),
      '?done=reopened',
    ),
};

function decide(event: RequestEvent, decision: 'taken' | 'declined') {
  return act(
    event,
    ({ answer, word }) => {
      const name = 'PUT /listings/:id/answers/:answerId/decision' as const;
      return call(event, name, { id: event.params.listingId, answerId: answer }, { decision, word });
    },
    `?done=${decision}#answers`,
  );
}
