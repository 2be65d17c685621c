import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { wantsItStill } from '../compositions/wanting.ts';
import { events } from '../events/tables.ts';
import { groups } from '../groups/tables.ts';
import { defineAudience } from '../mailings/audience.ts';
import { climbers } from '../people/climbing/tables.ts';
import { people } from '../people/tables.ts';
import { mayEachBeReached } from '../people/ways.ts';
import { ladders, ladderSteps } from './tables.ts';

/** The outbox forgets its mails after a month: whoever waited for so many days may have had theirs, and is promised none. */
export const MOST_DAYS = 25;

/**
 * Those who stand on a step while its letter is on its way to them, and may still be mailed: each from nine in the morning to
 * eight in the evening of where they live. Of an invitation, `variant` is the event, as long as somebody can come to it.
 */
export const letterAudience = defineAudience('ladders.letter', (db, { stepId }: { stepId: string }) =>
  db
    .select({
      personId: climbers.personId,
      email: people.email,
      language: people.language,
      variant: sql`coalesce(${climbers.eventId}::text, 'a')`.as('variant'),
      own: sql`${people.name}`.as('own'),
      dueAt: sql`case when extract(hour from ${hereNow}) not between 9 and 19
        then (date_trunc('day', ${hereNow} + interval '4 hours') + interval '9 hours') at time zone ${zone} end`.as(
        'due_at',
      ),
    })
    .from(climbers)
    .innerJoin(ladderSteps, eq(ladderSteps.id, climbers.rungId))
    .innerJoin(ladders, eq(ladders.id, ladderSteps.ladderId))
    .innerJoin(groups, eq(groups.id, climbers.groupId))
    .innerJoin(people, eq(people.id, climbers.personId))
    .leftJoin(accounts, eq(accounts.id, people.accountId))
    .where(
      and(
        eq(climbers.rungId, stepId),
        eq(climbers.state, 'mailing'),
        mayEachBeReached('email', ladders.purpose),
        sql`${climbers.since} > now() - make_interval(days => ${sql.raw(`${MOST_DAYS}`)})`,
        wantsItStill(told),
        sql`(${climbers.eventId} is null or exists (select from ${events} where ${events.id} = ${climbers.eventId}
          and ${events.state} = 'published' and ${events.hiddenAt} is null and ${events.startsAt} > now()))`,
      ),
    ),
);

const zone = sql`coalesce(${accounts.timeZone}, ${groups.timeZone})`;
const hereNow = sql`(now() at time zone ${zone})`;
const told = {
  ...{ id: ladderSteps.compositionId, groupId: climbers.groupId, campaignId: sql`null` },
  purpose: ladders.purpose,
};
