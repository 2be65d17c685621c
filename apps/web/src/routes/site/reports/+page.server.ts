import { call } from '#lib/api/api.server.ts';
import { loadReports } from '#lib/reports/reports.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loadReports(event, (asked) => call(event, 'GET /site/reports', asked));
