import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';

/** What a coalition's page shows besides what every group's does. */
export async function loadCoalition(event: RequestEvent, slug: string) {
  const [view, campaigns, events, groups, allies] = await Promise.all([
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /campaigns', { coalition: slug, limit: 6 }),
    call(event, 'GET /events', { coalition: slug, limit: 6 }),
    call(event, 'GET /coalitions/:slug/groups', { slug, limit: 8 }),
    call(event, 'GET /coalitions/:slug/allies', { slug, limit: 8 }),
  ]);
  const [inside, common] = await Promise.all([
    view.isInside ? loadInside(event, slug) : null,
    // For those who publish in it: to others it says that it is not there.
    view.isInside ? nullFor([404], call(event, 'GET /coalitions/:slug/common-ground', { slug })) : null,
  ]);
  return { view, campaigns, events, groups, allies, inside, common };
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
