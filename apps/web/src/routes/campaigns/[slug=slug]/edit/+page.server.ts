import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { drafted } from '#lib/campaigns/drafts.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await call(event, 'GET /campaigns/:slug', event.params);
  if (!campaign.can.edit) error(403, event.locals.words.t('error.forbidden'));
  // Whoever runs this one campaign alone does not find whom the group addresses.
  const choices = call(event, 'GET /groups/:slug/target-choices', { slug: campaign.group.slug });
  const targets = await nullFor([404], choices);
  return { campaign, targets: targets?.rows ?? [] };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async (_typed, form) => call(event, 'PATCH /campaigns/:slug', event.params, await drafted(event, form)),
      `/campaigns/${event.params.slug}/manage`,
    ),
};
