import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const search = event.url.searchParams.get('search')?.trim() ?? '';
  const [group, person, found] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId', { slug, personId }),
    search ? call(event, 'GET /groups/:slug/people', { slug, search, limit: 20 }) : null,
  ]);
  const others = found?.rows.filter(({ id }) => id !== personId) ?? null;
  return { group, person, search, others, isMore: Boolean(found?.next) };
};
