import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  subject: await call(event, 'GET /subjects/:kind/:key', event.params),
  isSent: event.url.searchParams.has('sent'),
});

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ note }) => call(event, 'PUT /subjects/:kind/:key/report', event.params, note ? { note } : {}),
      '?sent',
    ),
};
