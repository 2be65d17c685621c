import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const after = event.url.searchParams.get('after');
  const [group, coalition, delegates] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /coalitions/:slug/delegates', { slug, after, limit: 50 }),
  ]);
  return { group, coalition, delegates };
};
