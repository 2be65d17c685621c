import { call } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/compacts`);
  const after = event.url.searchParams.get('after');
  const [group, compacts] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/compacts', { slug, after }),
  ]);
  return { group, ...compacts };
};
