import type { CampaignView } from '@groundwork/features/campaigns/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { findPosterLink } from '#lib/links/poster.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(at`/campaigns/${event.params.slug}`);
  const link = await findPosterLink(event, { ...campaign, path: `/campaigns/${campaign.slug}` });
  return { campaign, link };
};
