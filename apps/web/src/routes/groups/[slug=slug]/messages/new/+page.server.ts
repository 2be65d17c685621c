import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { channelFrom } from '#lib/messaging/channel-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, { can }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /channels', { group: slug }),
  ]);
  if (!can.create) error(403, event.locals.words.t('error.forbidden'));
  return { group };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed) => call(event, 'POST /groups/:slug/channels', event.params, channelFrom(typed)),
      ({ id, readers }) => `/messages/${id}${readers === 'named' ? '/settings#members' : ''}`,
    ),
};
