import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { draftedFrame, templateIn } from '#lib/campaigns/frames.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [group, campaign, { can }] = await Promise.all([
    call(event, 'GET /groups/:slug', event.params),
    call(event, 'GET /campaigns/:slug', { slug: event.params.campaign }),
    call(event, 'GET /groups/:slug/sponsorships/:campaign/frames', event.params),
  ]);
  if (!can.write) error(403, event.locals.words.t('error.forbidden'));
  return { group, campaign, template: templateIn(event.url, group.language) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async (_typed, form) => {
        const frame = await draftedFrame(event, form);
        return call(event, 'POST /groups/:slug/sponsorships/:campaign/frames', event.params, frame);
      },
      ({ slug }) => `/campaigns/${event.params.campaign}/frames/${slug}/edit`,
    ),
};
