import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Only for who looks after the site, like the pages beside it.
  const [postcodes] = await Promise.all([
    call(event, 'GET /site/postcodes'),
    call(event, 'GET /site/settings'),
  ]);
  const skipped = Number(event.url.searchParams.get('skipped') ?? '0');
  return {
    postcodes,
    isRead: event.url.searchParams.has('read'),
    isRemoved: event.url.searchParams.has('removed'),
    skippedCount: Number.isSafeInteger(skipped) && skipped > 0 ? skipped : 0,
  };
};

export const actions: Actions = {
  upload: (event) =>
    act(
      event,
      (_typed, form) => {
        const file = form.get('file');
        const chosen = file instanceof File ? file : new File([], 'empty.csv');
        return call(event, 'PUT /site/postcodes', {}, chosen, { headers: { 'content-type': 'text/csv' } });
      },
      ({ skippedCount }) => (skippedCount > 0 ? `?read&skipped=${skippedCount}` : '?read'),
    ),
  remove: (event) => act(event, () => call(event, 'DELETE /site/postcodes'), '?removed'),
};
