import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const issue = searchParams.get('issue') ?? '';
  const asked = new URLSearchParams({ limit: '20' });
  for (const name of ['issue', 'after']) {
    const value = searchParams.get(name);
    if (value) asked.set(name, value);
  }
  return { campaigns: await api(event).get<CampaignPage>(at`/campaigns?${asked}`), issue };
};
