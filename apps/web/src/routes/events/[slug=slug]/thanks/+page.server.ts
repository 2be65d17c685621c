import { call } from '#lib/api/api.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import type { PageServerLoad } from './$types';

const PLACES = ['held', 'waiting', 'asked'] as const;

export const load: PageServerLoad = async (event) => {
  const named = event.url.searchParams.get('place');
  const place = PLACES.find((one) => one === named) ?? 'asked';
  const via = codeIn(event.url);
  const found = await call(event, 'GET /events/:slug', { ...event.params, ...(via && { via }) });
  const more = await call(event, 'GET /events', { group: found.group.slug, limit: 4 });
  return {
    event: found,
    place,
    via,
    more: more.rows.filter(({ id }) => id !== found.id).slice(0, 3),
  };
};
