import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  event.setHeaders({ 'cache-control': 'no-store' });
  const asked = { search: searchParams.get('search') ?? '', deed: searchParams.get('deed') ?? '' };
  const after = searchParams.get('after');
  const query = { after, limit: 20, search: asked.search, ...(asked.deed && { deed: asked.deed }) };
  return { experiments: await call(event, 'GET /experiments', query), asked, isFirst: after === null };
};
