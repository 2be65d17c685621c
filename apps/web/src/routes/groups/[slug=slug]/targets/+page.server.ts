import { call } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/targets`);
  const asked = event.url.searchParams;
  const search = asked.get('search')?.trim() ?? '';
  const [group, targets, due] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/targets', { slug, search, after: asked.get('after'), limit: 50 }),
    call(event, 'GET /groups/:slug/promises', { slug, after: asked.get('due'), limit: 10 }),
  ]);
  return { group, targets, due, search, done: asked.get('done') };
};
