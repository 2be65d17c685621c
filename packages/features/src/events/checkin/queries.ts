import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor } from '../../paging.ts';
import { people } from '../../people/tables.ts';
import { isFoundBy, wordsOf } from '../../searches.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { nameFor } from '../rsvps/queries.ts';
import { rsvps } from '../rsvps/tables.ts';
import type { DoorQuery } from './contract.ts';
import { attendances } from './tables.ts';

const DOOR_STATES = ['going', 'maybe', 'waitlisted', 'unconfirmed'] as const;

/**
 * The list at the door, by name, for those who run the event; for everyone else there is no such list. Whoever may not
 * see the group's people reads what was written and tapped there, and nothing of whom an email belongs to: names as
 * given, and a walk-in with the email of someone on the list beside that one, not in their place.
 */
export async function listDoor(ctx: Context, slug: string, { search, after, limit = 20 }: DoorQuery) {
  const event = await findEvent(ctx, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('door');
  const seesPeople = eventPolicy.seeEmails(event);
  const byName = sql<string>`lower(${nameFor(seesPeople)})`;
  const cursor = readCursor(after, 2);
  const [rows, walkIns, counts] = await Promise.all([
    ctx.db
      .select({
        ...{ id: rsvps.id, name: nameFor(seesPeople), guestCount: rsvps.guestCount },
        state: sql<(typeof DOOR_STATES)[number]>`${rsvps.state}`,
        attendance: attendanceFor(event),
        cursorName: byName,
      })
      .from(rsvps)
      .innerJoin(people, eq(people.id, rsvps.personId))
      .leftJoin(attendances, isOf(seesPeople))
      .where(
        and(
          eq(rsvps.eventId, event.id),
          inArray(rsvps.state, DOOR_STATES),
          search?.trim() ? isFoundBy(wordsOf(nameFor(seesPeople)), search) : undefined,
          cursor ? sql`(${byName}, ${rsvps.id}) > (${cursor[0]}, ${cursor[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(asc(byName), asc(rsvps.id))
      .limit(limit + 1),
    listWalkIns(ctx, event.id, seesPeople),
    countDoor(ctx, event, seesPeople),
  ]);
  return { ...pageOf(rows, limit, ({ cursorName, id }) => [cursorName, id]), walkIns, counts };
}

/** An attendance is an RSVP's by its person; as far as others may know, only if it was tapped on the list. */
function isOf(seesPeople: boolean) {
  return seesPeople
    ? and(eq(attendances.eventId, rsvps.eventId), eq(attendances.personId, rsvps.personId))
    : eq(attendances.rsvpId, rsvps.id);
}

/** Once the door is closed, whoever was going and is not here did not come, as far as this viewer may know. */
function attendanceFor({ state }: SeenEvent) {
  const otherwise = state === 'closed' ? sql`case ${rsvps.state} when 'going' then 'no_show' end` : sql`null`;
  return sql<'attended' | 'no_show' | null>`coalesce(${attendances.state}, ${otherwise})`;
}

function listWalkIns({ db }: Context, eventId: string, seesPeople: boolean) {
  return db
    .select({
      id: attendances.id,
      name: attendances.name,
      personName: seesPeople ? people.name : sql<null>`null`,
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
