import { error } from '@sveltejs/kit';
import type { ListingSide, Thing } from '@groundwork/features/directory/contract';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listingDays } from '#lib/directory/days.ts';
import { sideAsked } from '#lib/directory/things.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/directory/new`);
  const group = await call(event, 'GET /groups/:slug', { slug });
  if (!group.can.publish) error(403, event.locals.words.t('error.forbidden'));
  const audiences = await call(event, 'GET /groups/:slug/listings', { slug, limit: 1 });
  const side = sideAsked(event.url.searchParams.get('side'));
  return { group, audiences, side, days: listingDays(new Date()) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ side, thing, title, details, howMany, place, endsOn, coalition }) => {
        const written = { title, details, howMany, place, endsOn, coalition };
        const asked = { ...written, side: side as ListingSide, thing: thing as Thing };
        return call(event, 'POST /groups/:slug/listings', event.params, asked);
      },
      ({ id }) => `/directory/${id}?done=up`,
    ),
};
