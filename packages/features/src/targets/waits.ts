import { sql } from 'drizzle-orm';
import { decidingIn } from '../groups/standing.ts';
import { targets } from '../groups/targets/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { targetAsks } from './tables.ts';

export const targetWaits = [
  {
    kind: 'targets.promise',
    section: 'due',
    rows: (account) =>
      waiting(
        {
          id: sql`ask.id`,
          at: sql`ask.due_on::timestamptz`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/targets/' || ask.target_id`,
          who: sql`target.name`,
          title: sql`ask.promise`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${targetAsks} ask on ask.group_id = home.id and ask.outcome is null
            and ask.due_on <= today_in(home.time_zone) + 7
          join ${targets} target on target.id = ask.target_id`,
      ),
  },
] as const satisfies Wait[];
