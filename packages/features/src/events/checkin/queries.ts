import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { partOf } from '../../groups/queries.ts';
import { pageOf, readCursor } from '../../paging.ts';
import { people } from '../../people/tables.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent } from '../queries.ts';
import { rsvps } from '../rsvps/tables.ts';
import type { DoorQuery } from './contract.ts';
import { attendances } from './tables.ts';

const DOOR_STATES = ['going', 'maybe', 'waitlisted', 'unconfirmed'] as const;

/** The list at the door, by name, for those who run the event; for everyone else there is no such list. */
export async function listDoor(ctx: Context, slug: string, { search, after, limit = 20 }: DoorQuery) {
  const event = await findEvent(ctx, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('door');
  const cursor = readCursor(after, 2);
  const [rows, walkIns, counts] = await Promise.all([
    ctx.db
      .select(doorRow)
      .from(rsvps)
      .innerJoin(people, eq(people.id, rsvps.personId))
      .leftJoin(attendances, eq(attendances.rsvpId, rsvps.id))
      .where(
        and(
          eq(rsvps.eventId, event.id),
          inArray(rsvps.state, DOOR_STATES),
          search?.trim() ? sql`lower(${people.name}) like ${partOf(search)}` : undefined,
          cursor ? sql`(lower(${people.name}), ${rsvps.id}) > (${cursor[0]}, ${cursor[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(asc(sql`lower(${people.name})`), asc(rsvps.id))
      .limit(limit + 1),
    listWalkIns(ctx, event.id),
    countDoor(ctx, event.id),
  ]);
  return { ...pageOf(rows, limit, ({ cursorName, id }) => [cursorName, id]), walkIns, counts };
}

const doorRow = {
  id: rsvps.id,
  name: people.name,
  state: sql<(typeof DOOR_STATES)[number]>`${rsvps.state}`,
  guestCount: rsvps.guestCount,
  attendance: attendances.state,
  cursorName: sql<string>`lower(${people.name})`,
};

function listWalkIns({ db }: Context, eventId: string) {
  return db
    .select({ id: attendances.id, name: people.name, at: attendances.at })
    .from(attendances)
    .leftJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.eventId, eventId), isNull(attendances.rsvpId)))
    .orderBy(desc(attendances.at), desc(attendances.id))
    .limit(50);
}

async function countDoor({ db }: Context, eventId: string) {
  const [counts] = await db
    .select({
      attended: sql<number>`coalesce(sum(1 + ${attendances.guestCount})
        filter (where ${attendances.state} = 'attended'), 0)::int`,
      walkIns: sql<number>`count(*) filter (where ${attendances.rsvpId} is null)::int`,
      noShows: sql<number>`count(*) filter (where ${attendances.state} = 'no_show')::int`,
      expected: sql<number>`(select count(*) from ${rsvps} due where due.event_id = ${eventId} and due.state = 'going'
        and not exists (select from ${attendances} met where met.rsvp_id = due.id))::int`,
    })
    .from(attendances)
    .where(eq(attendances.eventId, eventId));
  return counts ?? { attended: 0, walkIns: 0, noShows: 0, expected: 0 };
}
