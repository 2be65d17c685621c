import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['hide', 'remove', 'dismiss', 'reopened'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.get('done');
  return {
    report: await call(event, 'GET /reports/:reportId', { reportId: event.params.id }),
    done: DONE.find((done) => done === asked) ?? null,
  };
};

export const actions: Actions = {
  decide: (event) =>
    act(
      event,
      ({ deed, reason }) =>
        call(event, 'PUT /reports/:reportId/decision', { reportId: event.params.id }, { deed, reason }),
      (_outcome, { deed = '' }) => `?${new URLSearchParams({ done: deed })}`,
    ),
  reopen: (event) =>
    act(
      event,
      () => call(event, 'DELETE /reports/:reportId/decision', { reportId: event.params.id }),
      '?done=reopened',
    ),
};
