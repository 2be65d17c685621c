import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { drafted } from '#lib/campaigns/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await call(event, 'GET /groups/:slug', event.params);
  if (!group.can.publish) error(403, event.locals.words.t('error.forbidden'));
  const { rows: targets } = await call(event, 'GET /groups/:slug/target-choices', event.params);
  return { group, targets };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async ({ action }, form) => {
        const campaign = { ...(await drafted(event, form)), action };
        return call(event, 'POST /groups/:slug/campaigns', event.params, campaign);
      },
      ({ slug }) => `/campaigns/${slug}/manage`,
    ),
};
