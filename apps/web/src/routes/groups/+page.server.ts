import type { GroupPage } from '@groundwork/features/groups/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const search = asked.get('search')?.trim() ?? '';
  const isMine = asked.get('mine') === 'true' && event.locals.viewer !== null;
  const filters = new URLSearchParams({ ...(search && { search }), ...(isMine && { mine: 'true' }) });
  const query = new URLSearchParams(filters);
  const after = asked.get('after');
  if (after) query.set('after', after);
  const groups = await api(event).get<GroupPage>(at`/groups?${query}`);
  return { groups, search, isMine, filters: filters.toString(), done: asked.get('done') };
};
