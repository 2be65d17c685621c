import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import type { GroupPage } from '@groundwork/features/groups/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What this coalition fights for now, what is on this week, who it is. */
export const load: PageServerLoad = async (event) => {
  const [campaigns, events, groups] = await Promise.all([
    api(event).get<CampaignPage>(at`/campaigns?state=published&limit=7`),
    api(event).get<EventPage>(at`/events?limit=12`),
    api(event).get<GroupPage>(at`/groups?limit=12`),
  ]);
  const weekEnds = new Date(Date.now() + WEEK).toISOString();
  return {
    campaigns: campaigns.rows,
    events: events.rows.filter(({ startsAt }) => startsAt < weekEnds),
    groups: groups.rows,
  };
};
