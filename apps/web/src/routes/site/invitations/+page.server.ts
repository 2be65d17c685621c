import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  return {
    invitations: await call(event, 'GET /site/invitations', { after: searchParams.get('after') }),
    isWithdrawn: searchParams.has('withdrawn'),
  };
};

export const actions: Actions = {
  // Answers with the page itself: the link is shown once, and belongs in no address.
  make: (event) =>
    act(event, async ({ email, language }) => {
      const made = await call(event, 'POST /site/invitations', {}, { language, ...(email && { email }) });
      return { made, message: '', code: '', fields: {}, values: {} };
    }),
  withdraw: (event) =>
    act(
      event,
      ({ id: invitationId }) => call(event, 'DELETE /site/invitations/:invitationId', { invitationId }),
      '?withdrawn',
    ),
};
