import { call } from '#lib/api/api.server.ts';
import type { LayoutServerLoad } from './$types';

/** How many reports wait for the stewards of the site: a number in their menu. */
export const load: LayoutServerLoad = async (event) => {
  const counted = await call(event, 'GET /site/reports/count').catch(() => null);
  return { openReportCount: counted?.openCount ?? null };
};
