import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  campaign: await call(event, 'GET /campaigns/:slug', event.params),
});
