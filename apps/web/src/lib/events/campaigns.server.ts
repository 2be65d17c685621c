import type { RequestEvent } from '@sveltejs/kit';
import { listCarried } from '#lib/campaigns/carried.server.ts';

/** The campaigns that an event of a group can serve: those it carries that are not over. */
export async function listServed(event: RequestEvent, group: string) {
  const rows = await listCarried(event, group, { limit: 100 });
  return rows
    .filter(({ state }) => ['draft', 'published', 'paused'].includes(state))
    .map(({ id, title, slug }) => ({ id, title, slug }));
}
