import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';

/** The campaigns of a group that an event can serve: those that are not over. */
export async function listServed(event: RequestEvent, groupSlug: string) {
  const { rows } = await api(event).get<CampaignPage>(at`/campaigns?group=${groupSlug}&state=any&limit=100`);
  return rows
    .filter(({ state }) => ['draft', 'published', 'paused'].includes(state))
    .map(({ id, title, slug }) => ({ id, title, slug }));
}
