import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, { look, can }, pairs] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/duplicate-looks', { slug }),
    call(event, 'GET /groups/:slug/duplicates', { slug, after: event.url.searchParams.get('after') }),
  ]);
  return { group, look, can, pairs };
};

export const actions: Actions = {
  look: (event) => act(event, () => call(event, 'POST /groups/:slug/duplicate-looks', event.params), ''),
  apart: (event) =>
    act(
      event,
      ({ firstId = '', secondId = '' }) =>
        call(event, 'POST /groups/:slug/people-apart', event.params, { firstId, secondId }),
      '',
    ),
};
