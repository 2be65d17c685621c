import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { PageServerLoad } from './$types';

/** For whom somebody puts something up: of one group alone there is nothing to ask. */
export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, '/sign-in?next=/directory/new');
  const { mayList } = await call(event, 'GET /listings', { limit: 1 });
  const [only, ...others] = mayList;
  if (only && others.length === 0) redirect(303, `/groups/${only.slug}/directory/new`);
  return { groups: mayList };
};
