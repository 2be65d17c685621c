import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await call(event, 'GET /account');
};

export const actions: Actions = {
  default: (event) =>
    act(event, ({ password }) => call(event, 'DELETE /account', {}, { password }), '/account/deleted'),
};
