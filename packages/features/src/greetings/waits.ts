import { sql } from 'drizzle-orm';
import { decidingIn } from '../groups/standing.ts';
import { waiting, type Wait } from '../wait.ts';
import { inSilence } from './newcomers/queries.ts';

export const greetingWaits = [
  {
    kind: 'greetings.newcomers',
    section: 'due',
    rows: (account) =>
      waiting(
        {
          id: sql`home.id`,
          at: sql`silent.since`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/greeting#newcomers'`,
          who: sql`silent.first`,
          many: sql`silent.count`,
        },
        sql`${decidingIn(account, 'manage_members')}
          cross join lateral (
            select count(*), min(newcomer.joined_at) + interval '7 days' as since,
              (array_agg(newcomer.name order by newcomer.joined_at))[1] as first
            from (select * from ${inSilence(sql`home.id`)} joiner limit 100) newcomer
          ) silent
          where silent.count > 0`,
      ),
  },
] as const satisfies Wait[];
