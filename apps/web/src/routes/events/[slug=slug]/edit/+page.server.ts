import type { EventView } from '@groundwork/features/events/contract';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { listServed } from '#lib/events/campaigns.server.ts';
import { writtenEvent } from '#lib/events/written.ts';
import { withZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await api(event).get<EventView>(at`/events/${event.params.slug}`);
  if (!found.can.edit) error(403, event.locals.words.t('error.forbidden'));
  const campaigns = await listServed(event, found.group.slug);
  const { campaign, source } = found;
  const isListed = campaigns.some(({ id }) => id === source?.campaignId);
  // One that is over, or another group's: kept unless another is chosen.
  const kept =
    source?.campaignId && !isListed ? [{ id: source.campaignId, title: campaign?.title ?? '…' }] : [];
  return { event: found, campaigns: [...campaigns, ...kept] };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).put(at`/events/${event.params.slug}`, await withZone(event, writtenEvent(form)));
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `/events/${event.params.slug}/manage?done=saved`);
  },
};
