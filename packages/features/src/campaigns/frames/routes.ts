import { deed, defineRoutes } from '../../http.ts';
import { editFrame, removeFrame, writeFrame, writeSponsorFrame } from './actions.ts';
import { FrameChange, FrameMade, FramePublished, FrameRefused, NewFrame } from './contract.ts';
import { askForFrame, publishFrame, refuseFrame, takeBackFrame, withdrawFrame } from './publishing.ts';

const WRITING = { who: 'account', body: NewFrame, answers: FrameMade, status: 201 } as const;

/** Its page is among the campaign's own routes, and the list of all beside what came of them (coalitions/frames). */
export const frameRoutes = defineRoutes({
  'POST /campaigns/:slug/frames': deed(WRITING, async (ctx, { params, body }) => ({
    slug: await writeFrame(ctx, params.slug, body),
  })),
  'POST /groups/:slug/sponsorships/:campaign/frames': deed(WRITING, async (ctx, { params, body }) => ({
    slug: await writeSponsorFrame(ctx, params.slug, params.campaign, body),
  })),
  'PATCH /campaigns/:slug/frames/:frame': deed(
    { who: 'account', body: FrameChange },
    (ctx, { params, body }) => editFrame(ctx, params, body),
  ),
  'DELETE /campaigns/:slug/frames/:frame': deed({ who: 'account' }, (ctx, { params }) =>
    removeFrame(ctx, params),
  ),
  'PUT /campaigns/:slug/frames/:frame/question': deed({ who: 'account' }, (ctx, { params }) =>
    askForFrame(ctx, params),
  ),
  'DELETE /campaigns/:slug/frames/:frame/question': deed({ who: 'account' }, (ctx, { params }) =>
    takeBackFrame(ctx, params),
  ),
  'PUT /campaigns/:slug/frames/:frame/publication': deed(
    { who: 'account', body: FramePublished },
    (ctx, { params, body }) => publishFrame(ctx, params, body),
  ),
  'DELETE /campaigns/:slug/frames/:frame/publication': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawFrame(ctx, params),
  ),
  'PUT /campaigns/:slug/frames/:frame/refusal': deed(
    { who: 'account', body: FrameRefused },
    (ctx, { params, body }) => refuseFrame(ctx, params, { word: body.word?.trim() ?? '' }),
  ),
});
