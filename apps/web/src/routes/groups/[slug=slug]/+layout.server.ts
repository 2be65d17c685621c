import { call } from '#lib/api/api.server.ts';
import type { LayoutServerLoad } from './$types';

/** How many reports wait for this viewer: a number in the group's menu, for those who moderate; null for all others. */
export const load: LayoutServerLoad = async (event) => {
  if (!event.locals.viewer) return { openReportCount: null };
  const { slug } = event.params;
  const counted = await call(event, 'GET /groups/:slug/reports/count', { slug }).catch(() => null);
  return { openReportCount: counted?.openCount ?? null };
};
