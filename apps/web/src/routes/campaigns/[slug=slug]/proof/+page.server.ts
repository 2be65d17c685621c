import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after');
  const [campaign, proofs] = await Promise.all([
    call(event, 'GET /campaigns/:slug', event.params),
    call(event, 'GET /campaigns/:slug/proofs', { ...event.params, after }),
  ]);
  atOwnAddress(event, campaign);
  return { campaign, proofs };
};

export const actions: Actions = {
  take: (event) => act(event, () => call(event, 'POST /campaigns/:slug/proofs', event.params), ''),
};
