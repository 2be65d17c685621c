import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const search = asked.get('search')?.trim() ?? '';
  const isMine = asked.get('mine') === 'true' && event.locals.viewer !== null;
  const filters = new URLSearchParams({ ...(search && { search }), ...(isMine && { mine: 'true' }) });
  const groups = await call(event, 'GET /groups', {
    search,
    mine: isMine || null,
    after: asked.get('after'),
  });
  return { groups, search, isMine, filters: filters.toString(), done: asked.get('done') };
};
