import { call } from '#lib/api/api.server.ts';
import { mayWriteTo } from '#lib/mailings/writers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [group, alongside, mayWrite] = await Promise.all([
    call(event, 'GET /groups/:slug', event.params),
    call(event, 'GET /groups/:slug/sponsorships/:campaign', event.params),
    mayWriteTo(event, event.params.slug),
  ]);
  return { group, ...alongside, mayWrite };
};
