import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { draftedFrame, templateIn } from '#lib/campaigns/frames.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await call(event, 'GET /campaigns/:slug', event.params);
  if (!campaign.can.tellFrames) error(403, event.locals.words.t('error.forbidden'));
  return { campaign, template: templateIn(event.url, campaign.group.language) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async (_typed, form) =>
        call(event, 'POST /campaigns/:slug/frames', event.params, await draftedFrame(event, form)),
      ({ slug }) => `/campaigns/${event.params.slug}/frames/${slug}/edit`,
    ),
};
