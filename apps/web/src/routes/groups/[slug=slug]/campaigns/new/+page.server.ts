import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { drafted } from '#lib/campaigns/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await api(event).get<GroupView>(at`/groups/${event.params.slug}`);
  if (!group.can.publish) error(403, event.locals.words.t('error.forbidden'));
  return { group };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let campaign: CampaignView;
    try {
      const asked = { ...(await drafted(event, form)), action: form.get('action') };
      campaign = await api(event).post<CampaignView>(at`/groups/${event.params.slug}/campaigns`, asked);
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `/campaigns/${campaign.slug}/manage`);
  },
};
