import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/** The campaigns that a group carries, drafts too: those it runs, newest first, and then those it stands with. */
export async function listCarried(
  event: RequestEvent,
  group: string,
  { search, limit }: { search?: string; limit: number },
) {
  const found = await Promise.all([
    call(event, 'GET /campaigns', { group, state: 'any', search, limit }),
    call(event, 'GET /campaigns', { sponsor: group, search, limit }),
  ]);
  return found.flatMap(({ rows }) => rows);
}
