import type { ReportCount } from '@groundwork/features/reports/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { LayoutServerLoad } from './$types';

/** How many reports wait for the stewards of the site: a number in their menu. */
export const load: LayoutServerLoad = async (event) => {
  const counted = await api(event)
    .get<ReportCount>(at`/site/reports/count`)
    .catch(() => null);
  return { openReportCount: counted?.openCount ?? null };
};
