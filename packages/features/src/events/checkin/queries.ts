import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { people } from '../../people/tables.ts';
import { isFoundBy, wordsOf } from '../../searches.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { rsvpName, throughOf } from '../rsvps/queries.ts';
import { rsvps } from '../tables.ts';
import type { CheckInQuery } from './contract.ts';
import { attendanceFor, cameAt, cameWith, isOf } from './seen.ts';
import { attendances } from './tables.ts';

const DOOR_STATES = ['going', 'maybe', 'waitlisted', 'unconfirmed'] as const;

/**
 * The list at the door, by name, for those who run the event; for everyone else there is no such list. Whoever may not
 * see the group's people reads what was written and tapped there, and nothing of whom an email belongs to: names as
 * given, and a walk-in with the email of someone on the list beside that one, not in their place. The others find the
 * people of the group who are not on the list, too, by nothing but their names: the phone at a door goes from hand to hand.
 */
export async function listCheckIn(ctx: Context, slug: string, { search, after, limit = 20 }: CheckInQuery) {
  const event = await findEvent(ctx, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('door');
  const seesPeople = eventPolicy.seeEmails(event);
  const byName = keyset('asc', { of: sql`lower(${rsvpName(seesPeople)})`, type: 'text' }, rsvps.id);
  const [rows, walkIns, counts, known] = await Promise.all([
    ctx.db
      .select({
        ...{ id: rsvps.id, name: rsvpName(seesPeople), guestCount: rsvps.guestCount },
        state: sql<(typeof DOOR_STATES)[number]>`${rsvps.state}`,
        through: throughOf,
        attendance: attendanceFor(event),
        cameWith,
        at: cameAt,
        cursor: byName.cursor,
      })
      .from(rsvps)
      .innerJoin(people, eq(people.id, rsvps.personId))
      .leftJoin(attendances, isOf(seesPeople))
      .where(
        and(
          eq(rsvps.eventId, event.id),
          inArray(rsvps.state, DOOR_STATES),
          search?.trim() ? isFoundBy(wordsOf(rsvpName(seesPeople)), search) : undefined,
          byName.after(after),
        ),
      )
      .orderBy(...byName.order)
      .limit(limit + 1),
    listWalkIns(ctx, event.id, seesPeople),
    countDoor(ctx, event, seesPeople),
    search?.trim() && seesPeople && eventPolicy.checkIn(event) ? listKnown(ctx, event, search) : [],
  ]);
  return { ...pageOf(rows, limit), walkIns, counts, known };
}

/** Whom the group knows by what was typed, and who is neither on the list nor here. */
function listKnown({ db }: Context, { id, groupId }: SeenEvent, search: string) {
  const found = db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.groupId, groupId), isFoundBy(sql`${people.search}`, search)))
    .limit(MOST_FOUND);
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .leftJoin(attendances, and(eq(attendances.eventId, id), eq(attendances.personId, people.id)))
    .leftJoin(
      rsvps,
      and(eq(rsvps.eventId, id), eq(rsvps.personId, people.id), inArray(rsvps.state, DOOR_STATES)),
    )
    .where(and(sql`${people.id} = any (array(${found}))`, isNull(attendances.id), isNull(rsvps.id)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(10);
}
/** Where more have such a name, one types some more of it. */
const MOST_FOUND = 500;

function listWalkIns({ db }: Context, eventId: string, seesPeople: boolean) {
  return db
    .select({
      id: attendances.id,
      name: attendances.name,
      personName: seesPeople ? people.name : sql<null>`null`,
      cameWith: attendances.guestCount,
      at: attendances.at,
    })
    .from(attendances)
    .leftJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.eventId, eventId), isNull(attendances.rsvpId)))
    .orderBy(desc(attendances.at), desc(attendances.id))
    .limit(50);
}

async function countDoor({ db }: Context, { id, state }: SeenEvent, seesPeople: boolean) {
  const [here, [due]] = await Promise.all([
    db
      .select({
        attended: sql<number>`coalesce(sum(1 + ${attendances.guestCount}), 0)::int`,
        walkIns: sql<number>`count(*) filter (where ${attendances.rsvpId} is null)::int`,
      })
      .from(attendances)
      .where(and(eq(attendances.eventId, id), eq(attendances.state, 'attended'))),
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(rsvps)
      .leftJoin(attendances, and(isOf(seesPeople), eq(attendances.state, 'attended')))
      .where(and(eq(rsvps.eventId, id), eq(rsvps.state, 'going'), isNull(attendances.id))),
  ]);
  const [{ attended, walkIns } = { attended: 0, walkIns: 0 }] = here;
  const absent = due?.count ?? 0;
  const isClosed = state === 'closed';
  return { attended, walkIns, expected: isClosed ? 0 : absent, noShows: isClosed ? absent : 0 };
}
