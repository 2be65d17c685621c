import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { SiteSettings } from '@groundwork/features/stewardship/settings/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [settings, published] = await Promise.all([
    api(event).get<SiteSettings>(at`/site/settings`),
    api(event).get<CampaignPage>(at`/campaigns?state=published&limit=100`),
  ]);
  const campaigns = published.rows.map(({ slug, title }) => ({ slug, title }));
  return { settings, campaigns, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).patch(at`/site`, { ...words(form), languages: form.getAll('languages') });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/site/settings?saved');
  },
};
