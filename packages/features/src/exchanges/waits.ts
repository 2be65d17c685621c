import { sql } from 'drizzle-orm';
import { carries, decidingIn } from '../groups/standing.ts';
import { people } from '../people/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { exchanges } from './tables.ts';

export const exchangeWaits = [
  {
    kind: 'exchanges.waiting',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${exchanges.id}`,
          at: sql`${exchanges.waitsSince}`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/mailings/answers/' || ${exchanges.id}`,
          who: sql`${people.name}`,
          title: sql`${exchanges.subject}`,
        },
        sql`${decidingIn(account, 'contact_people')} and ${carries('see_people', sql`own`)}
          join ${exchanges} on ${exchanges.groupId} = home.id and ${exchanges.waitsSince} is not null
          join ${people} on ${people.id} = ${exchanges.personId}`,
      ),
  },
] as const satisfies Wait[];
