import type { CampaignView } from '@groundwork/features/campaigns/contract';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { drafted } from '#lib/campaigns/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await api(event).get<CampaignView>(at`/campaigns/${event.params.slug}`);
  if (!campaign.can.edit) error(403, event.locals.words.t('error.forbidden'));
  return { campaign };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).patch(at`/campaigns/${event.params.slug}`, await drafted(event, form));
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `/campaigns/${event.params.slug}/manage`);
  },
};
