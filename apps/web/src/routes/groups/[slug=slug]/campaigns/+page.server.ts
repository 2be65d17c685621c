import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { SponsorshipList } from '@groundwork/features/campaigns/sponsors/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = new URLSearchParams({ group: slug, state: 'any', limit: '50' });
  const after = event.url.searchParams.get('after');
  if (after) asked.set('after', after);
  const group = await api(event).get<GroupView>(at`/groups/${slug}`);
  const [campaigns, sponsorships] = await Promise.all([
    api(event).get<CampaignPage>(at`/campaigns?${asked}`),
    group.can.publish ? api(event).get<SponsorshipList>(at`/groups/${slug}/sponsorships`) : { rows: [] },
  ]);
  return { group, campaigns, sponsorships: sponsorships.rows };
};

export const actions: Actions = {
  accept: (event) => answer(event, 'put'),
  leave: (event) => answer(event, 'delete'),
};

async function answer(event: RequestEvent, way: 'put' | 'delete') {
  const form = await event.request.formData();
  const { slug } = event.params;
  try {
    await api(event)[way](at`/groups/${slug}/sponsorships/${String(form.get('campaign') ?? '')}`);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/groups/${slug}/campaigns`);
}
