import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { sign } from '#lib/campaigns/signing.server.ts';
import { codeOfFrame, countFrame, thanksInFrame } from '#lib/embedding/frames.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A campaign's form in a frame of another site. `l`: the code of the link whose group's person is whoever signs. */
export const load: PageServerLoad = async (event) => {
  const via = codeOfFrame(event);
  const campaign = await call(event, 'GET /campaigns/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, campaign);
  await countFrame(event, 'campaigns', campaign.slug);
  return { campaign, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      () => thanksInFrame(event, { kind: 'campaigns', slug: event.params.slug }),
    ),
};
