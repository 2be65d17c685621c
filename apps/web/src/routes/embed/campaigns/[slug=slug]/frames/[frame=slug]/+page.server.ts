import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { atOwnFrame } from '#lib/campaigns/frames.server.ts';
import { partOf } from '#lib/campaigns/frames.ts';
import { sign } from '#lib/campaigns/signing.server.ts';
import { codeOfFrame, countFrame, thanksInFrame } from '#lib/embedding/frames.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A campaign's form as one of its frames tells it, on another site. `l`: the code of the link whose group's person is whoever signs. */
export const load: PageServerLoad = async (event) => {
  const via = codeOfFrame(event);
  const asked = { ...event.params, ...(via && { via }) };
  const { campaign, frame } = await call(event, 'GET /campaigns/:slug/frames/:frame', asked);
  atOwnFrame(event, campaign, frame);
  await countFrame(event, 'campaigns', partOf(event.params));
  return { campaign, frame, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      () => thanksInFrame(event, { kind: 'campaigns', slug: partOf(event.params) }),
    ),
};
