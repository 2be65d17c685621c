import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const group = await call(event, 'GET /groups/:slug', { slug });
  // Of the two parts each is for those who look after it.
  if (!group.can.delete && !group.can.manageMembers) error(404);
  const [greeting, newcomers] = await Promise.all([
    group.can.delete ? call(event, 'GET /groups/:slug/greeting', { slug }) : null,
    group.can.manageMembers ? call(event, 'GET /groups/:slug/newcomers', { slug }) : null,
  ]);
  return { group, greeting, newcomers, isSaved: event.url.searchParams.has('saved') };
};

const SAVED = '?saved';

export const actions: Actions = {
  write: (event) =>
    act(
      event,
      ({ body, askId }) =>
        call(event, 'PUT /groups/:slug/welcome', event.params, { body, askId: askId === '' ? null : askId }),
      SAVED,
    ),
  end: (event) => act(event, () => call(event, 'DELETE /groups/:slug/welcome', event.params), SAVED),
  care: (event) =>
    act(
      event,
      ({ isCareful }) =>
        call(event, 'PUT /groups/:slug/care', event.params, { isCareful: isCareful === 'yes' }),
      `${SAVED}#care`,
    ),
  meet: (event) =>
    act(
      event,
      ({ account = '' }) =>
        call(event, 'POST /groups/:slug/direct-messages', event.params, { accountIds: [account] }),
      ({ id }) => `/messages/${id}`,
    ),
};
