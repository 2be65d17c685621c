import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const { searchParams } = event.url;
  const after = searchParams.get('after');
  const isAll = searchParams.has('all');
  const [group, answers] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/exchanges', { slug, after, limit: 20, ...(!isAll && { waiting: true }) }),
  ]);
  return { group, answers, isAll, isFirst: after === null, done: searchParams.get('done') };
};

export const actions: Actions = {
  open: (event) => act(event, () => call(event, 'PUT /groups/:slug/answer-desk', event.params), ''),
  close: (event) => act(event, () => call(event, 'DELETE /groups/:slug/answer-desk', event.params), ''),
};
