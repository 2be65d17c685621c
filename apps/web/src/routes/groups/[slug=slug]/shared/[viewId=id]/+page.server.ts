import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, viewId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [after, before] = ['after', 'before'].map((name) => event.url.searchParams.get(name) ?? '');
  const [group, view] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/shared-views/:viewId', { slug, viewId, after, before }),
  ]);
  return { group, view };
};
