import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  sessions: await call(event, 'GET /account/sessions'),
  isEnded: event.url.searchParams.has('ended'),
});

export const actions: Actions = {
  default: (event) =>
    act(event, ({ key }) => call(event, 'DELETE /account/sessions/:key', { key }), '/account/sessions?ended'),
};
