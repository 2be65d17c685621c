import type { EventView } from '@groundwork/features/events/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { listServed } from '#lib/events/campaigns.server.ts';
import { writtenEvent } from '#lib/events/written.ts';
import { withZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await api(event).get<GroupView>(at`/groups/${event.params.slug}`);
  if (!group.can.hostEvents) error(403, event.locals.words.t('error.forbidden'));
  return {
    group,
    campaigns: await listServed(event, group.slug),
    campaignId: event.url.searchParams.get('campaign'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let made: EventView;
    try {
      made = await api(event).post<EventView>(
        at`/groups/${event.params.slug}/events`,
        await withZone(event, writtenEvent(form)),
      );
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `/events/${made.slug}/manage`);
  },
};
