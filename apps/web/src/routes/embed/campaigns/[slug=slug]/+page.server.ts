import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { sign } from '#lib/campaigns/signing.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import { visitBeside } from '#lib/links/visits.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A campaign's form in a frame of another site. `l`: the code of the link whose group's person is whoever signs; each showing is a visit of it. */
export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url, 'l');
  const campaign = await call(event, 'GET /campaigns/:slug', { ...event.params, ...(via && { via }) });
  atOwnAddress(event, campaign);
  // Shown from memory it would not be counted.
  event.setHeaders({ 'cache-control': 'no-store' });
  if (via) await visitBeside(event, { code: via, path: `/campaigns/${campaign.slug}` });
  return { campaign, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      () => {
        const lang = event.url.searchParams.get('lang');
        const asked = lang ? `?${new URLSearchParams({ lang })}` : '';
        return `/embed/campaigns/${event.params.slug}/thanks${asked}`;
      },
    ),
};
