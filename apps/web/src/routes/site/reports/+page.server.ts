import { at } from '#lib/api/paths.ts';
import { loadReports } from '#lib/reports/reports.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadReports(event, at`/site/reports`);
