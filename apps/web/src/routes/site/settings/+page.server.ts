import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [settings, published] = await Promise.all([
    call(event, 'GET /site/settings'),
    call(event, 'GET /campaigns', { state: 'published', limit: 100 }),
  ]);
  const campaigns = published.rows.map(({ slug, title }) => ({ slug, title }));
  return { settings, campaigns, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed) => call(event, 'PATCH /site', {}, { ...typed, languages: valuesOf(typed, 'languages') }),
      '?saved',
    ),
};
