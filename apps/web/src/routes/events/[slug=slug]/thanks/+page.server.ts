import { call } from '#lib/api/api.server.ts';
import { outcomeInAddress } from '#lib/events/thanks.ts';
import { codeIn } from '#lib/links/codes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const place = outcomeInAddress(event.url);
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
