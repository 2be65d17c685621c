import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { findOwnSignature } from '../../campaigns/signatures/queries.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isFrozen, isOut } from '../../groups/queries.ts';
import { groups, memberships } from '../../groups/tables.ts';
import { pageOf, readCursor } from '../../paging.ts';
import { people } from '../../people/tables.ts';
import { openSealedId } from '../../site/tokens.ts';
import { attendances } from '../checkin/tables.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent, takenCount } from '../queries.ts';
import { told } from '../told.ts';
import { eventCancellations, events } from '../tables.ts';
import type { NeedKind, RsvpQuery } from './contract.ts';
import { heldUntil } from './holds.ts';
import { RSVP_SEAL } from './seal.ts';
import { eventNeeds, rsvps } from './tables.ts';

/** The RSVP behind the link from a mail, with its event; NotFound when the link is not ours or its person is gone. */
export async function findOwnRsvp(ctx: Context, sealed: string) {
  const id = openSealedId(ctx.settings.secret, RSVP_SEAL, sealed);
  const [found] = id === null ? [] : await selectOwn(ctx, id);
  if (!found) throw new NotFound('rsvp');
  return found;
}
export type OwnRsvp = Awaited<ReturnType<typeof findOwnRsvp>>;

/** What whoever signed a campaign has answered to its events, of whichever group: their mailbox, by its link, reads it. */
export async function listRsvpsOfSigner(ctx: Context, sealed: string) {
  const { state, email, campaignId } = await findOwnSignature(ctx, sealed);
  if (state !== 'confirmed' || email === null) return [];
  return ctx.db
    .select({ event: events.slug, state: rsvps.state })
    .from(events)
    .innerJoin(people, and(eq(people.groupId, events.groupId), eq(people.email, email)))
    .innerJoin(rsvps, and(eq(rsvps.eventId, events.id), eq(rsvps.personId, people.id)))
    .where(and(eq(events.campaignId, campaignId), ne(rsvps.state, 'cancelled'), isNull(events.hiddenAt)))
    .orderBy(asc(events.startsAt))
    .limit(100);
}

/** An event's RSVPs for those who run it, by state and then in the order they came; emails only for who sees people. */
export async function listRsvps(ctx: Context, slug: string, { state, after, limit = 20 }: RsvpQuery) {
  const event = await findEvent(ctx, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('rsvps');
  const seesPeople = eventPolicy.seeEmails(event);
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({
      ...{ id: rsvps.id, name: nameFor(seesPeople), state: rsvps.state, guestCount: rsvps.guestCount },
      email: seesPeople ? people.email : sql<null>`null`,
      personId: seesPeople ? people.id : sql<null>`null`,
      needs: sql<{ kinds: NeedKind[]; note: string } | null>`case when ${eventNeeds.rsvpId} is null then null
        else json_build_object('kinds', ${eventNeeds.kinds}, 'note', ${eventNeeds.note}) end`,
      givenAt: rsvps.givenAt,
      cursorAt: sql<string>`${rsvps.stateAt}::text`,
    })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .leftJoin(eventNeeds, eq(eventNeeds.rsvpId, rsvps.id))
    .where(
      and(
        eq(rsvps.eventId, event.id),
        state === undefined ? undefined : eq(rsvps.state, state),
        cursor
          ? sql`(${rsvps.stateAt}, ${rsvps.id}) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(rsvps.stateAt), asc(rsvps.id))
    .limit(limit + 1);
  const [counts, needs] = await Promise.all([countRsvps(ctx, event.id), countNeeds(ctx, event.id)]);
  return { ...pageOf(rows, limit, (row) => [row.cursorAt, row.id]), counts, needs };
}

/** What an RSVP is called: as the group knows the person, or as they wrote it, since typing an email must not tell a name. */
export function nameFor(seesPeople: boolean): SQL<string> {
  return seesPeople ? sql<string>`${people.name}` : sql<string>`coalesce(${rsvps.name}, ${people.name})`;
}

function selectOwn({ db }: Context, id: string) {
  return db
    .select({
      ...{ id: rsvps.id, personId: rsvps.personId, state: rsvps.state, guestCount: rsvps.guestCount },
      ...{ wanted: rsvps.wanted, heldUntil },
      ...{ language: rsvps.language, name: people.name, email: people.email },
      wantsUpdates: rsvps.wantsUpdates,
      kinds: eventNeeds.kinds,
      note: eventNeeds.note,
      aheadCount: sql<number>`(select count(*) from ${rsvps} ahead where ahead.event_id = ${rsvps.eventId}
        and ahead.state = 'waitlisted' and (ahead.state_at, ahead.id) < (${rsvps.stateAt}, ${rsvps.id}))::int`,
      hasAttended: sql<boolean>`coalesce(${attendances.state} = 'attended', false)`,
      event: {
        ...told,
        capacity: events.capacity,
        takenCount,
        hasEnded: sql<boolean>`${events.endsAt} <= now()`,
        reason: eventCancellations.reason,
        groupSlug: groups.slug,
        accent: groups.accent,
        visibility: groups.visibility,
        isFrozen,
        /** An event that is for members now takes no new answer of others; what stands, stands. */
        isOpenTo: sql<boolean>`${events.rsvpFrom} <> 'members' or exists (select from ${memberships} own
          where own.group_id = ${groups.id} and own.account_id = ${people.accountId})`,
        /** Where a hidden event is, nobody reads. A group's place that is not out is for its members, also for someone who has left since. */
        isShut: sql<boolean>`${events.hiddenAt} is not null or not ${isOut} and not exists (select from ${memberships} own
          where own.group_id = ${groups.id} and own.account_id = ${people.accountId})`,
      },
    })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .innerJoin(events, eq(events.id, rsvps.eventId))
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .leftJoin(eventNeeds, eq(eventNeeds.rsvpId, rsvps.id))
    .leftJoin(
      attendances,
      and(eq(attendances.eventId, rsvps.eventId), eq(attendances.personId, rsvps.personId)),
    )
    .where(eq(rsvps.id, id));
}

async function countRsvps({ db }: Context, eventId: string) {
  const counted = await db
    .select({ state: rsvps.state, count: sql<number>`sum(1 + ${rsvps.guestCount})::int` })
    .from(rsvps)
    .where(eq(rsvps.eventId, eventId))
    .groupBy(rsvps.state);
  const counts = { unconfirmed: 0, going: 0, maybe: 0, waitlisted: 0, cancelled: 0 };
  for (const { state, count } of counted) counts[state] = count;
  return counts;
}

/** How many of those who mean to come need what; what somebody typed for an unproven address counts once confirmed. */
async function countNeeds({ db }: Context, eventId: string) {
  const counted = await db.execute<{ kind: NeedKind; count: number }>(sql`
    select kind, count(*)::int as count
    from ${eventNeeds} join ${rsvps} on ${rsvps.id} = ${eventNeeds.rsvpId}, unnest(${eventNeeds.kinds}) kind
    where ${eventNeeds.eventId} = ${eventId} and ${rsvps.state} not in ('unconfirmed', 'cancelled')
    group by kind order by kind`);
  return counted.rows;
}
