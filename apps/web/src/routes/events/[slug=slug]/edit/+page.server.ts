import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listServed } from '#lib/events/campaigns.server.ts';
import { writtenEvent } from '#lib/events/written.ts';
import { withZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await call(event, 'GET /events/:slug', event.params);
  if (!found.can.edit) error(403, event.locals.words.t('error.forbidden'));
  const campaigns = await listServed(event, found.group.slug);
  const { campaign, source } = found;
  const isListed = campaigns.some(({ id }) => id === source?.campaignId);
  // One that is over, or another group's: kept unless another is chosen.
  const typed =
    source?.campaignId && !isListed ? [{ id: source.campaignId, title: campaign?.title ?? '…' }] : [];
  return { event: found, campaigns: [...campaigns, ...typed] };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async (_typed, form) =>
        call(event, 'PUT /events/:slug', event.params, await withZone(event, writtenEvent(form))),
      `/events/${event.params.slug}/manage?done=saved`,
    ),
};
