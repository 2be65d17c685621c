import { sql } from 'drizzle-orm';
import { decidingIn, nameIn } from '../groups/standing.ts';
import { waiting, type Wait } from '../wait.ts';
import { ladders } from './tables.ts';

export const ladderWaits = [
  {
    kind: 'ladders.opening',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${ladders.id}`,
          at: sql`coalesce(${ladders.openedAt}, ${ladders.madeAt})`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/ladders/' || ${ladders.id}`,
          who: nameIn(ladders.openingAskedBy, ladders.groupId),
          title: sql`${ladders.name}`,
        },
        sql`${decidingIn(account, 'contact_people')}
          join ${ladders} on ${ladders.groupId} = home.id and ${ladders.openingAskedBy} <> ${account}
            and (${ladders.state} = 'draft' or (${ladders.isStopped} and ${ladders.endedAt} is null))`,
      ),
  },
] as const satisfies Wait[];
