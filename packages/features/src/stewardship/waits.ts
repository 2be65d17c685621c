import { sql } from 'drizzle-orm';
import { siteStewards } from '../accounts/tables.ts';
import { isNoAlly } from '../groups/listed.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';

export const stewardshipWaits = [
  {
    kind: 'stewardship.group',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${groups.id}`,
          at: sql`${groups.createdAt}`,
          group: sql`null`,
          path: sql`'/site/groups/' || ${groups.id}`,
          who: sql`${groups.name}`,
        },
        sql`${siteStewards} steward join ${groups} on steward.account_id = ${account}
          and ${groups.vouchedAt} is null and ${isNoAlly}`,
      ),
  },
] as const satisfies Wait[];
