import { sql, type SQL } from 'drizzle-orm';
import { groupsOf } from '../groups/standing.ts';
import { waiting, type Wait } from '../wait.ts';
import { isToSite, reachesModerator, reachesSteward } from './reach.ts';
import { reports } from './tables.ts';

const about = {
  id: sql`${reports.id}`,
  at: sql`${reports.madeAt}`,
  path: sql`'/reports/' || ${reports.id}`,
  title: sql`${reports.title}`,
  said: sql`${reports.words}`,
};
const open = (which: SQL) => sql`${reports} where ${reports.decidedAt} is null and ${which}`;

export const reportWaits = [
  {
    kind: 'reports.report',
    section: 'decide',
    rows: (account) =>
      waiting(
        { ...about, group: sql`${reports.groupId}` },
        open(
          sql`${reports.groupId} in ${groupsOf(account, 'moderate')} and ${reachesModerator({ id: account })}`,
        ),
      ),
  },
  {
    kind: 'reports.site-report',
    section: 'decide',
    rows: (account) =>
      waiting({ ...about, group: sql`null` }, open(sql`${isToSite} and ${reachesSteward({ id: account })}`)),
  },
] as const satisfies Wait[];
