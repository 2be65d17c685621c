import { call } from '#lib/api/api.server.ts';
import type { RequestHandler } from './$types';

/** How many there are, for a page that shows about how many until this is known. */
export const GET: RequestHandler = async (event) => {
  const { slug } = event.params;
  const [lines, search] = ['lines', 'search'].map((name) => event.url.searchParams.get(name) ?? '');
  const counts = await call(event, 'GET /groups/:slug/people-counts', { slug, lines, search });
  return Response.json(counts, { headers: { 'cache-control': 'no-store' } });
};
