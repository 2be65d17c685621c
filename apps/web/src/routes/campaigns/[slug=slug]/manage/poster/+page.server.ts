import { call } from '#lib/api/api.server.ts';
import { findPosterLink } from '#lib/links/poster.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await call(event, 'GET /campaigns/:slug', event.params);
  const link = await findPosterLink(event, { ...campaign, path: `/campaigns/${campaign.slug}` });
  return { campaign, link };
};
