import type { CampaignPage, CampaignRow, FrontCampaign } from '@groundwork/features/campaigns/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** How many campaigns stand on the front page. */
const SHOWN = 7;

/** What this coalition fights for now, the one that its stewards put first before the others, what is on this week, who it is. */
export async function loadFront(event: RequestEvent) {
  const [campaigns, events, groups] = await Promise.all([
    loadFrontCampaigns(event, SHOWN),
    call(event, 'GET /events', { limit: 12 }),
    call(event, 'GET /groups', { limit: 12 }),
  ]);
  const weekEnds = new Date(Date.now() + WEEK).toISOString();
  return {
    campaigns,
    events: events.rows.filter(({ startsAt }) => startsAt < weekEnds),
    groups: groups.rows,
  };
}

/** The one that was put first, then those with the most people behind them. */
export async function loadFrontCampaigns(event: RequestEvent, count: number): Promise<CampaignRow[]> {
  const [front, campaigns] = await Promise.all([
    call(event, 'GET /site/front-campaign'),
    call(event, 'GET /campaigns', { state: 'published', limit: SHOWN }),
  ]);
  return inOrder(front, campaigns).slice(0, count);
}

function inOrder({ campaign: front }: FrontCampaign, { rows }: CampaignPage): CampaignRow[] {
  const bySize = rows.toSorted((a, b) => b.signatureCount - a.signatureCount);
  if (!front) return bySize;
  return [front, ...bySize.filter(({ id }) => id !== front.id)];
}
