import { call } from '#lib/api/api.server.ts';
import { findPosterLink } from '#lib/links/poster.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await call(event, 'GET /events/:slug', event.params);
  const link = await findPosterLink(event, { ...found, path: `/events/${found.slug}` });
  return { event: found, link };
};
