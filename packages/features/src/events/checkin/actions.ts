import { newId, type Transaction } from '@groundwork/database';
import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { toTens } from '../../figures.ts';
import { personHistory } from '../../people/tables.ts';
import { move, permitEventDeed } from '../actions.ts';
import { eventPolicy } from '../policy.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { eventNeeds } from '../rsvps/tables.ts';
import { events, rsvps } from '../tables.ts';
import { attend, countAlong, findOpenCheckIn, lockCheckIn, undo } from './attending.ts';
import { attendances, eventClosings, eventTurnouts } from './tables.ts';
import { freeWalkIn } from './walk-ins.ts';

/** Someone who RSVPed is here, alone until their guests are counted. Tapping twice is once. */
export async function checkIn(ctx: Context, slug: string, rsvpId: string): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  await ctx.change(async (tx) => {
    await lockCheckIn(tx, event);
    const [rsvp] = await tx
      .select()
      .from(rsvps)
      .where(and(eq(rsvps.id, rsvpId), eq(rsvps.eventId, event.id), ne(rsvps.state, 'cancelled')));
    if (!rsvp) throw new NotFound('rsvp');
    if (!eventPolicy.seeEmails(event)) await freeWalkIn(tx, event, rsvp.personId);
    const { groupId, sponsorId, personId } = rsvp;
    await attend(tx, { ctx, event, owner: { groupId, sponsorId }, rsvpId, personId, guestCount: 0 });
  });
}

/** The tap was a slip: they are not here after all. Safe to do twice. */
export async function undoCheckIn(ctx: Context, slug: string, rsvpId: string): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  await ctx.change(async (tx) => {
    await lockCheckIn(tx, event);
    await undo(tx, ctx, event, isBehind(event, rsvpId));
  });
}

/** Says how many came along with someone who is here. */
export async function countGuests(ctx: Context, slug: string, { id, count }: Counted): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  await countAlong(ctx, event, { which: isBehind(event, id), count });
}
type Counted = { id: string; count: number };

/** Closes the door list: who was going and is not on it did not come, and what people needed is erased. */
export async function closeEvent(ctx: Context, slug: string): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('close', event, 'closed');
  if (event.state === 'closed') return;
  await ctx.change(async (tx) => {
    await move(tx, event, 'closed');
    await tx.insert(eventClosings).values({ eventId: event.id, by: ctx.viewer.id });
    const noShowCount = await markNoShows(tx, ctx, event);
    if (event.isShared) await tellTurnout(tx, event);
    await tx.delete(eventNeeds).where(eq(eventNeeds.eventId, event.id));
    await tx
      .update(attendances)
      .set(FORGOTTEN)
      .where(and(eq(attendances.eventId, event.id), isNobody));
    note(tx, ctx, 'events.closed', event, { noShowCount });
  });
}

/** What the groups that held it hear of each other's people: once, when nothing more is added. */
async function tellTurnout(tx: Transaction, { id }: SeenEvent) {
  const going = sql`select ${rsvps.groupId} as group_id, 1 as going, 0 as came from ${rsvps}
    where ${rsvps.eventId} = ${id} and ${rsvps.state} = 'going'`;
  const came = sql`select ${attendances.groupId}, 0, 1 from ${attendances}
    where ${attendances.eventId} = ${id} and ${attendances.state} = 'attended'`;
  await tx.execute(sql`insert into ${eventTurnouts} (event_id, group_id, told_going, told_came)
    select ${id}::uuid, group_id, ${toTens(sql`sum(going)`)}, ${toTens(sql`sum(came)`)}
    from (${going} union all ${came}) seen group by group_id`);
}

/** Erases what people needed, and names at the door that are nobody's record, a day after the event, closed or not. */
export async function eraseOldNeeds(ctx: Context): Promise<void> {
  const over = ctx.db
    .select({ id: events.id })
    .from(events)
    .where(sql`${events.endsAt} < now() - interval '1 day'`);
  await ctx.db.delete(eventNeeds).where(inArray(eventNeeds.eventId, over));
  await ctx.db
    .update(attendances)
    .set(FORGOTTEN)
    .where(and(inArray(attendances.eventId, over), isNobody));
}

/** Whoever sees people finds a walk-in with this person's email in the row of their RSVP. */
function isBehind(event: SeenEvent, rsvpId: string) {
  const tapped = eq(attendances.rsvpId, rsvpId);
  const own = sql`${attendances.personId} = (select person_id from ${rsvps} where ${rsvps.id} = ${rsvpId})`;
  return eventPolicy.seeEmails(event) ? or(tapped, own) : tapped;
}

const FORGOTTEN = { name: null, typedKey: null };
const isNobody = and(isNull(attendances.personId), isNotNull(attendances.name));

/** Thousands of rows at most: in chunks, so that no statement carries too many values. */
async function markNoShows(tx: Transaction, ctx: Context, { id: eventId, title }: SeenEvent) {
  const missed = await tx
    .select({
      rsvpId: rsvps.id,
      personId: rsvps.personId,
      groupId: rsvps.groupId,
      sponsorId: rsvps.sponsorId,
    })
    .from(rsvps)
    .leftJoin(
      attendances,
      and(eq(attendances.eventId, rsvps.eventId), eq(attendances.personId, rsvps.personId)),
    )
    .where(and(eq(rsvps.eventId, eventId), eq(rsvps.state, 'going'), isNull(attendances.id)));
  const of = { eventId, by: ctx.viewer.id, state: 'no_show' as const };
  const entry = { subjectId: eventId, label: title, kind: 'missed' as const };
  for (let start = 0; start < missed.length; start += 1000) {
    const chunk = missed.slice(start, start + 1000);
    await tx.insert(attendances).values(chunk.map((rsvp) => ({ id: newId(), ...of, ...rsvp })));
    await tx
      .insert(personHistory)
      .values(chunk.map(({ groupId, personId }) => ({ id: newId(), groupId, personId, ...entry })));
  }
  return missed.length;
}
