import { act } from '#lib/api/forms.ts';
import { loadFrame } from '#lib/campaigns/frames.server.ts';
import { partOf } from '#lib/campaigns/frames.ts';
import { sign } from '#lib/campaigns/signing.server.ts';
import { codeOfFrame, countFrame, thanksInFrame } from '#lib/embedding/frames.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A campaign's form as one of its frames tells it, on another site. `l`: the code of the link whose group's person is whoever signs. */
export const load: PageServerLoad = async (event) => {
  const via = codeOfFrame(event);
  const { campaign, frame } = await loadFrame(event, via);
  await countFrame(event, 'campaigns', partOf(event.params));
  return { campaign, frame, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      (_signed, { frame }) =>
        thanksInFrame(event, {
          kind: 'campaigns',
          slug: frame ? partOf(event.params) : event.params.slug,
        }),
    ),
};
