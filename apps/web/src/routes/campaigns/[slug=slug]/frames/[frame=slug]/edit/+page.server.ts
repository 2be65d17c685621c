import { error, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { atOwnFrame, draftedFrame } from '#lib/campaigns/frames.server.ts';
import { framesPage } from '#lib/campaigns/frames.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ slug: string; frame: string }>;

export const load: PageServerLoad = async (event) => {
  const { campaign, frame } = await call(event, 'GET /campaigns/:slug/frames/:frame', event.params);
  atOwnFrame(event, campaign, frame);
  if (!frame.can.edit) error(403, event.locals.words.t('error.forbidden'));
  return { campaign, frame };
};

/** Each saves first: what is not taken further is kept as it was typed. */
export const actions: Actions = {
  save: (event) => saving(event, () => Promise.resolve()),
  publish: (event) =>
    saving(event, async () => {
      const { frame } = await call(event, 'GET /campaigns/:slug/frames/:frame', event.params);
      const version = frame.written?.version ?? 1;
      await call(event, 'PUT /campaigns/:slug/frames/:frame/publication', event.params, { version });
    }),
  ask: (event) =>
    saving(event, () => call(event, 'PUT /campaigns/:slug/frames/:frame/question', event.params)),
};

function saving(event: Event, then: () => Promise<unknown>) {
  return act(
    event,
    async (_typed, form) => {
      await call(
        event,
        'PATCH /campaigns/:slug/frames/:frame',
        event.params,
        await draftedFrame(event, form),
      );
      const { campaign, frame } = await call(event, 'GET /campaigns/:slug/frames/:frame', event.params);
      await then();
      return framesPage(campaign.slug, frame.teller);
    },
    (page) => page,
  );
}
