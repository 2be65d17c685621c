import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { listingDays } from '#lib/directory/days.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Thing } from '@groundwork/features/directory/contract';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const id = event.params.listingId;
  needViewer(event.locals, `/sign-in?next=/directory/${id}/edit`);
  const listing = await call(event, 'GET /listings/:id', { id });
  const slug = listing.group?.slug;
  if (!listing.can.edit || !slug) error(404, event.locals.words.t('error.not-found'));
  const [group, audiences] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/listings', { slug, limit: 1 }),
  ]);
  return { listing, group, audiences, days: listingDays(new Date()) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ thing, title, details, howMany, place, endsOn, coalition }) => {
        const written = { title, details, howMany, place, endsOn, coalition };
        const asked = { ...written, thing: thing as Thing };
        return call(event, 'PATCH /listings/:id', { id: event.params.listingId }, asked);
      },
      `/directory/${event.params.listingId}?done=changed`,
    ),
};
