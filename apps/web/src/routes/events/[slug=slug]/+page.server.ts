import { intentFirst } from '#lib/accounts/intents.server.ts';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { answerEvent } from '#lib/events/answering.server.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import { codeIn } from '#lib/links/codes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url);
  const found = await call(event, 'GET /events/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, found);
  return { event: found, via };
};

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return act(
      event,
      async (typed, form) => {
        if (form.has('intent') && !event.locals.viewer)
          await intentFirst(event, { deed: 'events.rsvp', slug });
        return answerEvent(event, typed, form);
      },
      (accepted, { link }) => thanksFor(slug, accepted, link),
    );
  },
};
