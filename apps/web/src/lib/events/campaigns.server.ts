import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/** The campaigns of a group that an event can serve: those that are not over. */
export async function listServed(event: RequestEvent, group: string) {
  const { rows } = await call(event, 'GET /campaigns', { group, state: 'any', limit: 100 });
  return rows
    .filter(({ state }) => ['draft', 'published', 'paused'].includes(state))
    .map(({ id, title, slug }) => ({ id, title, slug }));
}
