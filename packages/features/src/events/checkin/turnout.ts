import { and, eq, inArray, isNotNull, isNull, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent } from '../queries.ts';
import { events, rsvps } from '../tables.ts';
import type { Turnout } from './contract.ts';
import { isOf, walkedIn } from './seen.ts';
import { attendances } from './tables.ts';

/**
 * How many came, did not and walked in, for those who run the event; for everyone else there is no such count. Who came
 * for the first time is told to those who see the group's people alone: else it would tell whose address was typed.
 */
export async function findTurnout({ db, ...ctx }: Context, slug: string): Promise<Turnout> {
  const event = await findEvent({ db, ...ctx }, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('turnout');
  const seesPeople = eventPolicy.seeEmails(event);
  const isKnown = and(isNotNull(attendances.personId), isNull(attendances.sponsorId));
  const going = and(eq(rsvps.eventId, event.id), eq(rsvps.state, 'going'));
  const missed = db
    .select({ count: sql`count(*)` })
    .from(rsvps)
    .leftJoin(attendances, and(isOf(seesPeople), eq(attendances.state, 'attended')))
    .where(and(going, isNull(attendances.id)));
  const forOrganizers = (of: SQL | undefined) => (seesPeople ? countOf(of) : sql<null>`null`);
  const [turnout] = await db
    .select({
      came: countOf(sql`true`),
      guests: sql<number>`coalesce(sum(${attendances.guestCount}), 0)::int`,
      said: sql<number>`(${db
        .select({ count: sql`count(*)` })
        .from(rsvps)
        .where(going)})::int`,
      missed: sql<number>`(${missed})::int`,
      walkIns: countOf(walkedIn(seesPeople)),
      reachable: forOrganizers(and(walkedIn(true), isKnown)),
      // Of another group's people nobody here knows where else they were.
      first: forOrganizers(and(isKnown, sql`not ${cameBefore}`)),
      back: forOrganizers(and(isKnown, cameBefore)),
    })
    .from(attendances)
    .innerJoin(events, eq(events.id, attendances.eventId))
    .where(and(eq(attendances.eventId, event.id), eq(attendances.state, 'attended')));
  if (!turnout) throw new Error('a count always has its row');
  return turnout;
}

/** Who came to which of these events, of those that have begun, by the event's id. */
export async function countTurnouts({ db }: Context, these: { id: string }[]) {
  const ids = these.map(({ id }) => id);
  const counted = await db
    .select({
      eventId: events.id,
      came: countOf(eq(attendances.state, 'attended')),
      guests: sql<number>`coalesce(sum(${attendances.guestCount}) filter (where ${attendances.state} = 'attended'), 0)::int`,
      missed: countOf(eq(attendances.state, 'no_show')),
    })
    .from(events)
    .leftJoin(attendances, eq(attendances.eventId, events.id))
    .where(and(inArray(events.id, ids), lte(events.startsAt, sql`now()`), ne(events.state, 'cancelled')))
    .groupBy(events.id);
  return new Map(counted.map(({ eventId, ...turnout }) => [eventId, turnout]));
}

/** Whether this person was at something that this group held before. */
const cameBefore = sql`exists (select from ${attendances} earlier join ${events} held on held.id = earlier.event_id
  where earlier.person_id = ${attendances.personId} and earlier.state = 'attended'
    and (held.starts_at, held.id) < (${events.startsAt}, ${events.id}))`;

function countOf(which: SQL | undefined) {
  return sql<number>`(count(*) filter (where ${which}))::int`;
}
