import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const campaign = await call(event, 'GET /campaigns/:slug', event.params);
  atOwnAddress(event, campaign);
  return { campaign, own: await call(event, 'GET /campaigns/:slug/sign-ons/own', event.params) };
};

export const actions: Actions = {
  sign: (event) =>
    act(
      event,
      ({ group = '', decision, decidedOn, showsLogo, logoTerms, letter }) =>
        call(
          event,
          'PUT /groups/:slug/sign-ons/:campaign',
          { slug: group, campaign: event.params.slug },
          { decision, decidedOn, logoTerms, letter, showsLogo: showsLogo === group },
        ),
      (_done, { group }) => `#group-${group}`,
    ),
  takeBack: (event) =>
    act(
      event,
      ({ group = '' }) =>
        call(event, 'DELETE /groups/:slug/sign-ons/:campaign', { slug: group, campaign: event.params.slug }),
      (_done, { group }) => `#group-${group}`,
    ),
};
