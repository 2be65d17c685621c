import type { ReportCount } from '@groundwork/features/reports/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { LayoutServerLoad } from './$types';

/** How many reports wait for this viewer: a number in the group's menu, for those who moderate; null for all others. */
export const load: LayoutServerLoad = async (event) => {
  if (!event.locals.viewer) return { openReportCount: null };
  const path = at`/groups/${event.params.slug}/reports/count`;
  const counted = await api(event)
    .get<ReportCount>(path)
    .catch(() => null);
  return { openReportCount: counted?.openCount ?? null };
};
