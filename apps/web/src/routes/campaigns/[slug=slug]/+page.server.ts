import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { leadToThanks, sign } from '#lib/campaigns/signing.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url);
  const campaign = await call(event, 'GET /campaigns/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, campaign);
  const after = event.url.searchParams.get('signed');
  const [events, signOns] = await Promise.all([
    call(event, 'GET /events', { campaign: campaign.id, limit: 3 }),
    campaign.action === 'sign_on'
      ? call(event, 'GET /campaigns/:slug/sign-ons', { ...event.params, after })
      : null,
  ]);
  return { campaign, events: events.rows, signOns, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      (signed, { link }) => leadToThanks(event, signed, { via: link }),
    ),
};
