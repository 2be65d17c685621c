import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, exchange] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/exchanges/:exchangeId', event.params),
  ]);
  return { group, exchange, isAnswered: event.url.searchParams.get('done') === 'answered' };
};

export const actions: Actions = {
  answer: (event) =>
    act(
      event,
      ({ body }) => call(event, 'POST /groups/:slug/exchanges/:exchangeId/letters', event.params, { body }),
      '?done=answered',
    ),
  putAside: (event) =>
    act(
      event,
      () => call(event, 'PUT /groups/:slug/exchanges/:exchangeId/rest', event.params),
      `/groups/${event.params.slug}/mailings/answers?done=aside`,
    ),
  takeUp: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/exchanges/:exchangeId/rest', event.params), '?'),
};
