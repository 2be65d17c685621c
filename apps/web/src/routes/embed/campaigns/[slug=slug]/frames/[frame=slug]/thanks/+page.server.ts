import { call } from '#lib/api/api.server.ts';
import { codeOfFrame } from '#lib/embedding/frames.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await call(event, 'GET /campaigns/:slug/frames/:frame', event.params)),
  via: codeOfFrame(event),
});
