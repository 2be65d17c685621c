import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(at`/campaigns/${event.params.slug}`);
  const events = await api(event).get<EventPage>(at`/events?campaign=${campaign.id}&limit=3`);
  return { campaign, events: events.rows };
};
