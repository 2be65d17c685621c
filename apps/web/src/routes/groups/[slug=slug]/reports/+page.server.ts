import { call } from '#lib/api/api.server.ts';
import { loadReports } from '#lib/reports/reports.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, reports] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    loadReports(event, (asked) => call(event, 'GET /groups/:slug/reports', { slug, ...asked })),
  ]);
  return { group, ...reports };
};
