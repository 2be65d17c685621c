import { call } from '#lib/api/api.server.ts';
import { mayWriteTo } from '#lib/mailings/writers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [group, together, mayWrite] = await Promise.all([
    call(event, 'GET /groups/:slug', event.params),
    call(event, 'GET /groups/:slug/event-sponsorships/:event', event.params),
    mayWriteTo(event, event.params.slug),
  ]);
  return { group, ...together, mayWrite };
};
