import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { frameActionsOf } from '#lib/campaigns/frames.server.ts';
import { mayWriteTo } from '#lib/mailings/writers.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [group, alongside, mayWrite, proofs] = await Promise.all([
    call(event, 'GET /groups/:slug', event.params),
    call(event, 'GET /groups/:slug/sponsorships/:campaign', event.params),
    mayWriteTo(event, event.params.slug),
    call(event, 'GET /campaigns/:slug/proofs', { slug: event.params.campaign, limit: 1 }),
  ]);
  // The home group tells its news where it manages its campaign.
  const isBeside = alongside.rows.some(({ isOwn, isHome }) => isOwn && !isHome);
  const news = isBeside
    ? await call(event, 'GET /groups/:slug/sponsorships/:campaign/updates', event.params)
    : null;
  const draws =
    alongside.campaign.sharing === 'proportional'
      ? await call(event, 'GET /groups/:slug/sponsorships/:campaign/draws', event.params)
      : null;
  const frames = isBeside
    ? await call(event, 'GET /groups/:slug/sponsorships/:campaign/frames', event.params)
    : null;
  return {
    group,
    ...alongside,
    mayWrite,
    proofs,
    draws,
    news,
    frames,
    hasPosted: event.url.searchParams.has('posted'),
  };
};

export const actions: Actions = {
  post: (event) =>
    act(
      event,
      ({ title, body }) =>
        call(event, 'POST /groups/:slug/sponsorships/:campaign/updates', event.params, { title, body }),
      '?posted#news',
    ),
  ...frameActionsOf<{ slug: string; campaign: string }>(({ campaign }) => campaign),
  withdraw: (event) => onUpdate(event, 'PUT /groups/:slug/sponsorships/:campaign/updates/:id/hiding'),
  restore: (event) => onUpdate(event, 'DELETE /groups/:slug/sponsorships/:campaign/updates/:id/hiding'),
};

/** Taken off, or put back, where it stands: a group that left has no page of its own for it any more. */
function onUpdate(
  event: RequestEvent<{ slug: string; campaign: string }>,
  deed: `${'PUT' | 'DELETE'} /groups/:slug/sponsorships/:campaign/updates/:id/hiding`,
) {
  return act(
    event,
    ({ id = '' }) => call(event, deed, { ...event.params, id }),
    (_done, { id }) => `/campaigns/${event.params.campaign}#update-${id}`,
  );
}
