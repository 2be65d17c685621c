import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { codeOfFrame, countFrame, thanksInFrame } from '#lib/embedding/frames.server.ts';
import { answerEvent } from '#lib/events/answering.server.ts';
import { outcomeOfAnswer } from '#lib/events/thanks.ts';
import type { Actions, PageServerLoad } from './$types';

/** An event's form in a frame of another site. `l`: the code of the link whose group's person is whoever answers. */
export const load: PageServerLoad = async (event) => {
  const via = codeOfFrame(event);
  const found = await call(event, 'GET /events/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, found);
  await countFrame(event, 'events', found.slug);
  return { event: found, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => answerEvent(event, typed, form),
      (accepted) =>
        thanksInFrame(
          event,
          { kind: 'events', slug: event.params.slug },
          { place: outcomeOfAnswer(accepted) },
        ),
    ),
};
