import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  directs: await call(event, 'GET /account/direct-messages'),
  isSaved: event.url.searchParams.has('saved'),
});

const SAVED = '/account/direct-messages?saved';

export const actions: Actions = {
  refuse: (event) => act(event, () => call(event, 'PUT /account/direct-messages/refusal'), SAVED),
  accept: (event) => act(event, () => call(event, 'DELETE /account/direct-messages/refusal'), SAVED),
  unblock: (event) =>
    act(
      event,
      ({ account: accountId }) =>
        call(event, 'DELETE /account/direct-messages/blocks/:accountId', { accountId }),
      SAVED,
    ),
};
