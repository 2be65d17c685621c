import type { GroupView } from '@groundwork/features/groups/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { loadReports } from '#lib/reports/reports.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = at`/groups/${event.params.slug}`;
  const [group, reports] = await Promise.all([
    api(event).get<GroupView>(path),
    loadReports(event, at`${path}/reports`),
  ]);
  return { group, ...reports };
};
