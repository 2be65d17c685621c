import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [group, template] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug: event.params.slug }),
    call(event, 'GET /groups/:slug/mailing-templates/:mailingId', event.params),
  ]);
  return { group, template };
};
