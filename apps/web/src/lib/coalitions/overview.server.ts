import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/** What a coalition's page shows besides what every group's does. */
export async function loadCoalition(event: RequestEvent, slug: string) {
  const [view, campaigns, events, groups, allies] = await Promise.all([
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /campaigns', { coalition: slug, limit: 6 }),
    call(event, 'GET /events', { coalition: slug, limit: 6 }),
    call(event, 'GET /coalitions/:slug/groups', { slug, limit: 8 }),
    call(event, 'GET /coalitions/:slug/allies', { slug, limit: 8 }),
  ]);
  const inside = view.isInside ? await loadInside(event, slug) : null;
  return { view, campaigns, events, groups, allies, inside };
}
export type CoalitionParts = Awaited<ReturnType<typeof loadCoalition>>;

/** For those who stand in it. */
async function loadInside(event: RequestEvent, slug: string) {
  const [delegates, councils] = await Promise.all([
    call(event, 'GET /coalitions/:slug/delegates', { slug, limit: 8 }),
    call(event, 'GET /coalitions/:slug/councils', { slug, limit: 3 }),
  ]);
  return { delegates, councils };
}
