import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, deedId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, deed, lists] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people-deeds/:deedId', { slug, deedId }),
    call(event, 'GET /groups/:slug/lists', { slug }),
  ]);
  const isCounted = deed.isOfTicked || deed.state !== 'draft';
  const counts = isCounted
    ? { found: deed.totalCount, isAbout: false }
    : await call(event, 'GET /groups/:slug/people-counts', { slug, lines: deed.written, milliseconds: 300 });
  return { group, deed, lists, counts };
};

export const actions: Actions = {
  begin: (event) =>
    act(
      event,
      ({ tag, list, name }) =>
        call(event, 'PUT /groups/:slug/people-deeds/:deedId/approval', event.params, { tag, list, name }),
      '',
    ),
  undo: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/people-deeds/:deedId/undoing', event.params), ''),
};
