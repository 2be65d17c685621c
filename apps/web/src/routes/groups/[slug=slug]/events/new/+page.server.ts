import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listServed } from '#lib/events/campaigns.server.ts';
import { writtenEvent } from '#lib/events/written.ts';
import { withZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await call(event, 'GET /groups/:slug', event.params);
  if (!group.can.hostEvents) error(403, event.locals.words.t('error.forbidden'));
  return {
    group,
    campaigns: await listServed(event, group.slug),
    campaignId: event.url.searchParams.get('campaign'),
  };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async (_typed, form) =>
        call(event, 'POST /groups/:slug/events', event.params, await withZone(event, writtenEvent(form))),
      ({ slug }) => `/events/${slug}/manage`,
    ),
};
