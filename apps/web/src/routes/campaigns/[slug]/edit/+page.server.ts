import type { CampaignView } from '@groundwork/features/campaigns/contract';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { drafted } from '#lib/campaigns/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(`/campaigns/${event.params.slug}`);
  if (!campaign.can.edit) error(403, event.locals.words.t('error.forbidden'));
  return { campaign };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const path = `/campaigns/${event.params.slug}`;
    try {
      await api(event).patch(path, await drafted(event, form));
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `${path}/manage`);
  },
};
