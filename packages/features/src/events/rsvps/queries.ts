import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { findOwnSignature } from '../../campaigns/signatures/queries.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isFrozen, isOut } from '../../groups/queries.ts';
import { isReachedBy, standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { personBy } from '../../people/points.ts';
import { people } from '../../people/tables.ts';
import { openSealedId } from '../../site/tokens.ts';
import { attendanceFor, cameWith, isOf, walkedIn } from '../checkin/seen.ts';
import { attendances } from '../checkin/tables.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent, takenCount, type SeenEvent } from '../queries.ts';
import { announcement } from '../announced.ts';
import { eventCancellations, events, eventSponsors, rsvps } from '../tables.ts';
import type { NeedKind, RsvpQuery } from './contract.ts';
import { heldUntil } from '../holds.ts';
import { RSVP_SEAL } from '../seal.ts';
import { eventNeeds } from './tables.ts';

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
  const { state, email, campaignId, isTheirs } = await findOwnSignature(ctx, sealed);
  if (state !== 'confirmed' || email === null || !isTheirs) return [];
  return ctx.db
    .select({ event: events.slug, state: rsvps.state })
    .from(events)
    .innerJoin(people, sql`${people.id} = ${personBy(events.groupId, email)}`)
    .innerJoin(rsvps, and(eq(rsvps.eventId, events.id), eq(rsvps.personId, people.id)))
    .where(and(eq(events.campaignId, campaignId), ne(rsvps.state, 'cancelled'), isNull(events.hiddenAt)))
    .orderBy(asc(events.startsAt))
    .limit(100);
}

/**
 * What an event's people answered and who of them came, with those who came without an answer, for those who run it: in the
 * order of the answers. Emails only for who sees people.
 */
export async function listRsvps(ctx: Context, slug: string, asked: RsvpQuery) {
  const { state, attendance, after, limit = 20 } = asked;
  const event = await findEvent(ctx, slug);
  if (!eventPolicy.seeDoor(event)) throw new NotFound('rsvps');
  const answers = answersTo(ctx, event);
  const byAnswer = keyset('asc', { of: answers.at, type: 'timestamptz' }, { of: answers.id, type: 'uuid' });
  const rows = await ctx.db
    .select({
      ...answers._.selectedFields,
      needs: sql<{ kinds: NeedKind[]; note: string } | null>`case when ${eventNeeds.rsvpId} is null then null
        else json_build_object('kinds', ${eventNeeds.kinds}, 'note', ${eventNeeds.note}) end`,
      // Named, or it would have the name of what it is made of.
      cursor: byAnswer.cursor.as('cursor'),
    })
    .from(answers)
    .leftJoin(eventNeeds, eq(eventNeeds.rsvpId, answers.id))
    .where(
      and(
        state === undefined ? undefined : sql`${answers.state} = ${state}`,
        attendance === undefined ? undefined : ATTENDED[attendance](answers),
        byAnswer.after(after),
      ),
    )
    .orderBy(...byAnswer.order)
    .limit(limit + 1);
  const [counts, needs] = await Promise.all([countRsvps(ctx, event.id), countNeeds(ctx, event.id)]);
  return { ...pageOf(rows, limit), counts, needs };
}

type Answers = ReturnType<typeof answersTo>;
const ATTENDED = {
  came: ({ attendance }: Answers) => sql`${attendance} = 'attended'`,
  missed: ({ attendance }: Answers) => sql`${attendance} = 'no_show'`,
  'walked-in': ({ state }: Answers) => sql`${state} is null`,
};

/** Each answer with what the door says of it; a walk-in has no state. */
function answersTo({ db }: Context, event: SeenEvent) {
  const seesPeople = eventPolicy.seeEmails(event);
  const known = {
    email: seesPeople ? people.email : sql<null>`null::text`,
    personId: seesPeople ? people.id : sql<null>`null::uuid`,
  };
  const given = db
    .select({
      id: rsvps.id,
      name: sql<string | null>`${rsvpName(seesPeople)}`.as('name'),
      state: sql<State | null>`${rsvps.state}`.as('state'),
      guestCount: rsvps.guestCount,
      givenAt: rsvps.givenAt,
      at: sql<string>`${rsvps.stateAt}`.as('at'),
      attendance: attendanceFor(event).as('attendance'),
      cameWith: cameWith.as('came_with'),
      email: sql<string | null>`case when ${isOfHomeGroup} then ${known.email} end`.as('email'),
      personId: sql<string | null>`case when ${isOfHomeGroup} then ${known.personId} end`.as('person_id'),
      through: throughOf.as('through'),
    })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .leftJoin(attendances, isOf(seesPeople))
    .where(eq(rsvps.eventId, event.id));
  const walked = db
    .select({
      id: attendances.id,
      name: sql<
        string | null
      >`${seesPeople ? sql`coalesce(${people.name}, ${attendances.name})` : attendances.name}`,
      state: sql<State | null>`null`,
      guestCount: sql<number>`0`,
      givenAt: attendances.at,
      at: sql<string>`${attendances.at}`,
      attendance: sql<'attended' | 'no_show' | null>`${attendances.state}`,
      cameWith: sql<number | null>`${attendances.guestCount}`,
      email: sql<string | null>`${known.email}`,
      personId: sql<string | null>`${known.personId}`,
      through: sql<string | null>`null`,
    })
    .from(attendances)
    .leftJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.eventId, event.id), walkedIn(seesPeople)));
  return given.unionAll(walked).as('answers');
}
type State = (typeof rsvps.$inferSelect)['state'];

/** The condition that an answer is of the home group's person. */
const isOfHomeGroup: SQL = isNull(rsvps.sponsorId);

/** What the other group was called when it said yes whose person answered: it may have turned private, and be called something else. */
export const throughOf = sql<string | null>`(select held.accepted_as from ${eventSponsors} held
  where held.event_id = ${rsvps.eventId} and held.group_id = ${rsvps.sponsorId})`;

/**
 * What an RSVP is called: as the group knows the person, or as they wrote it, since typing an email must not tell a name. Another
 * group's person is never called anything but what they wrote for this door.
 */
export function rsvpName(seesPeople: boolean): SQL<string> {
  const known = seesPeople ? sql`${people.name}` : sql`coalesce(${rsvps.name}, ${people.name})`;
  return sql<string>`case when ${isOfHomeGroup} then ${known} else coalesce(${rsvps.name}, '') end`;
}

function selectOwn({ db }: Context, id: string) {
  return db
    .select({
      ...{ groupId: rsvps.groupId, sponsorId: rsvps.sponsorId },
      // To whoever is its person, as it is called now.
      through: sql<
        string | null
      >`(select whose.name from ${groups} whose where whose.id = ${rsvps.sponsorId})`,
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
        ...announcement,
        capacity: events.capacity,
        takenCount,
        hasEnded: sql<boolean>`${events.endsAt} <= now()`,
        reason: eventCancellations.reason,
        groupSlug: groups.slug,
        accent: groups.accent,
        groupLanguage: groups.language,
        visibility: groups.visibility,
        isFrozen,
        /** An event that is for members now takes no new answer of others; what stands, stands. */
        isOpenTo: sql<boolean>`${events.rsvpFrom} <> 'members' or ${standsIn(people.accountId)}`,
        /** Where a hidden event is, nobody reads. A group's place that is not out is for its members, also for someone who has left since. */
        isShut: sql<boolean>`${events.hiddenAt} is not null or not ${isOut} and not (${standsIn(people.accountId)} or ${isReachedBy(people.accountId)})`,
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
