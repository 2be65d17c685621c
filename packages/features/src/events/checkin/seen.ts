import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { SeenEvent } from '../queries.ts';
import { rsvps } from '../tables.ts';
import { attendances } from './tables.ts';

/*
 * Whoever may not see the group's people reads what was written and tapped at the door, and nothing of whom an email or a
 * number belongs to. So there are two answers to who came, and each list and count takes the one for its reader from here.
 */

/** For joins: an RSVP's attendance is its person's; as far as others may know, the one that was tapped on the list. */
export function isOf(seesPeople: boolean): SQL | undefined {
  return seesPeople
    ? and(eq(attendances.eventId, rsvps.eventId), eq(attendances.personId, rsvps.personId))
    : eq(attendances.rsvpId, rsvps.id);
}

/** Once the door is closed, whoever was going and is not here did not come, as far as this viewer may know. */
export function attendanceFor({ state }: SeenEvent): SQL<'attended' | 'no_show' | null> {
  const otherwise = state === 'closed' ? sql`case ${rsvps.state} when 'going' then 'no_show' end` : sql`null`;
  return sql<'attended' | 'no_show' | null>`coalesce(${attendances.state}, ${otherwise})`;
}

/**
 * How many came along and since when they are here: of who came alone. A row that says no-show is written for some of those who
 * others are told did not come, and not for all.
 */
export const cameWith = sql<number | null>`case when ${isHere()} then ${attendances.guestCount} end`;
export const cameAt: SQL<Date | null> = sql`case when ${isHere()} then ${attendances.at} end`.mapWith(
  attendances.at,
);

function isHere() {
  return eq(attendances.state, 'attended');
}

/** Who came without having answered: whom a host typed may have, and those who see people find that one by the answer. */
export function walkedIn(seesPeople: boolean): SQL | undefined {
  const hadAnswered = sql`exists (select from ${rsvps} own where own.event_id = ${attendances.eventId}
    and own.person_id = ${attendances.personId})`;
  return and(isNull(attendances.rsvpId), seesPeople ? sql`not ${hadAnswered}` : undefined);
}
