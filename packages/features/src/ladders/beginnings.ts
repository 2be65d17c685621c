import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { signatures } from '../campaigns/signatures/tables.ts';
import { campaignsOf } from '../campaigns/queries.ts';
import { attendances } from '../events/checkin/tables.ts';
import { events } from '../events/tables.ts';
import { joinersSince } from '../groups/standing.ts';
import { people } from '../people/tables.ts';
import { isLeftBy, type Scope } from '../segments/conditions.ts';
import type { Line } from '../segments/lines.ts';
import type { Trigger } from './triggers.ts';

/** Since always: whoever is so already counts too. */
export const EVER = sql`'-infinity'::timestamptz`;

/** Door lists are ticked at the event, or in the weeks after it. */
const TICKED_WITHIN_DAYS = 60;

/**
 * Who came to begin after a moment and up to now, as rows of `person_id` and `at`: by the indexes of what they did. Whoever
 * came begins once the event is over. Of a segment it is not known since when somebody is in it: all who are, since now.
 */
export function begunBy(
  trigger: Trigger,
  { groupId, since, scope }: { groupId: string; since: SQL; scope: Scope },
): SQL {
  switch (trigger.is) {
    case 'joined':
      return sql`select ${people.id} as person_id, joiner.joined_at as at from ${joinersSince(groupId, since)} joiner
        join ${people} on ${people.accountId} = joiner.account_id and ${people.groupId} = ${groupId}`;
    case 'signed':
      return sql`select ${signatures.personId} as person_id, min(${signatures.confirmedAt}) as at from ${signatures} where ${and(
        eq(signatures.groupId, groupId),
        eq(signatures.stands, true),
        trigger.campaign
          ? eq(signatures.campaignId, trigger.campaign)
          : sql`${signatures.campaignId} in ${campaignsOf(groupId)}`,
        sql`${signatures.confirmedAt} > ${since}`,
      )} group by 1`;
    case 'came':
      return sql`select ${attendances.personId} as person_id, min(${endOrTick}) as at from ${attendances}
        join ${events} on ${events.id} = ${attendances.eventId} where ${and(
          eq(attendances.groupId, groupId),
          eq(events.groupId, groupId),
          eq(attendances.state, 'attended'),
          isNotNull(attendances.personId),
          trigger.event ? eq(attendances.eventId, trigger.event) : undefined,
          sql`${events.startsAt} > ${since} - make_interval(days => ${TICKED_WITHIN_DAYS})`,
          sql`${endOrTick} > ${since} and ${endOrTick} <= now()`,
        )} group by 1`;
    case 'silent':
      return sql`select ${people.id} as person_id, ${people.lastSeenAt} + ${daysOf(trigger)} as at from ${people} where ${and(
        eq(people.groupId, groupId),
        sql`${people.lastSeenAt} > ${since} - ${daysOf(trigger)} and ${people.lastSeenAt} <= now() - ${daysOf(trigger)}`,
      )}`;
    case 'segment':
      return sql`select ${people.id} as person_id, now() as at from ${people} where ${and(
        eq(people.groupId, groupId),
        isLeftBy(linesOfTrigger(trigger), scope),
      )}`;
  }
}

const endOrTick = sql`greatest(${attendances.at}, ${events.endsAt})`;

function daysOf({ days }: Extract<Trigger, { is: 'silent' }>): SQL {
  return sql`make_interval(days => ${days}::int)`;
}

/** The lines that a trigger stands on. */
export function linesOfTrigger(trigger: Trigger): Line[] {
  return trigger.is === 'segment' ? [{ how: 'only', who: { is: 'within', segment: trigger.segment } }] : [];
}
