import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    act(event, async ({ email }) => {
      await call(event, 'POST /own-mailboxes', {}, { email });
      return { sent: true };
    }),
};
