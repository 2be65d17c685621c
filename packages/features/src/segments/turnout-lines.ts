import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { attendances } from '../events/checkin/tables.ts';
import { eventsOf } from '../events/queries.ts';
import { personHistory } from '../people/tables.ts';
import type { LineCondition } from './lines.ts';
import { inSpan } from './spans.ts';

type TurnoutLine = Extract<LineCondition, { is: 'came' | 'missed' }>;

/**
 * The ids of those who came, or did not, so often. To any event also came whoever a list that was brought in says so of: each
 * time that it names, on its day, or on the day it was brought in where it names none.
 */
export function turningOut(who: TurnoutLine, groupId: string): SQL {
  const seen = sql`select ${attendances.personId} as person_id, ${attendances.eventId}::text as what from ${attendances} where ${and(
    eq(attendances.groupId, groupId),
    eq(attendances.state, who.is === 'came' ? 'attended' : 'no_show'),
    isNotNull(attendances.personId),
    who.event ? eq(attendances.eventId, who.event) : sql`${attendances.eventId} in ${eventsOf(groupId)}`,
    inSpan(attendances.at, who),
  )}`;
  const times = who.is === 'came' && !who.event ? sql`${seen} union all ${listed(who, groupId)}` : seen;
  return sql`select person_id from (${times}) turnout group by person_id having count(*) >= ${who.times ?? 1}::int`;
}

/** Two records that were made one may both have come from a list: a time counts once. */
function listed(who: TurnoutLine, groupId: string): SQL {
  return sql`select distinct ${personHistory.personId}, concat_ws(' ', ${personHistory.at}, ${personHistory.label})
    from ${personHistory} where ${and(
      eq(personHistory.groupId, groupId),
      sql`${personHistory.kind} = 'came-elsewhere'`,
      inSpan(personHistory.at, who),
    )}`;
}
