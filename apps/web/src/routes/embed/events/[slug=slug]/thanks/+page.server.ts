import { call } from '#lib/api/api.server.ts';
import { codeOfFrame } from '#lib/embedding/frames.server.ts';
import { outcomeInAddress } from '#lib/events/thanks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  event: await call(event, 'GET /events/:slug', event.params),
  via: codeOfFrame(event),
  place: outcomeInAddress(event.url),
});
