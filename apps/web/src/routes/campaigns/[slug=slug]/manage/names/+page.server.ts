import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** The names themselves are asked for by a button: each time is on record. */
export const load: PageServerLoad = async (event) => {
  const campaign = await call(event, 'GET /campaigns/:slug', event.params);
  if (!campaign.can.takeNames) error(403, event.locals.words.t('error.forbidden'));
  return { campaign, today: new Date().toISOString() };
};

export const actions: Actions = {
  default: (event) =>
    act(event, async ({ whose, district = '' }) => {
      const asked = { whose, district };
      const book = await call(event, 'POST /campaigns/:slug/names/books', event.params, asked);
      return { book, whose, district };
    }),
};
