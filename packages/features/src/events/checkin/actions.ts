import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { noteHistory, rememberPerson } from '../../people/actions.ts';
import { personHistory } from '../../people/tables.ts';
import { move, note, permitNow } from '../actions.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { eventNeeds, rsvps } from '../rsvps/tables.ts';
import { eventClosings, events } from '../tables.ts';
import type { NewWalkIn } from './contract.ts';
import { attendances } from './tables.ts';

/** Someone who RSVPed is here. Tapping twice is once. */
export async function checkIn(ctx: Context, slug: string, rsvpId: string): Promise<void> {
  const event = await findOpenDoor(ctx, slug);
  await ctx.change(async (tx) => {
    await holdDoor(tx, event);
    const [rsvp] = await tx
      .select()
      .from(rsvps)
      .where(and(eq(rsvps.id, rsvpId), eq(rsvps.eventId, event.id), ne(rsvps.state, 'cancelled')));
    if (!rsvp) throw new NotFound('rsvp');
    await attend(tx, { ctx, event, ...rsvp, rsvpId });
  });
}

/** The tap was a slip: they are not here after all. Safe to do twice. */
export async function undoCheckIn(ctx: Context, slug: string, rsvpId: string): Promise<void> {
  const event = await findOpenDoor(ctx, slug);
  await ctx.change(async (tx) => {
    await holdDoor(tx, event);
    await undo(tx, ctx, event, eq(attendances.rsvpId, rsvpId));
  });
}

/**
 * Someone is here who did not RSVP. With an email they become a person of the group (and if they had an RSVP, that is
 * checked in); without, one more is counted and nothing is kept about them.
 */
export async function addWalkIn(ctx: Context, slug: string, { name = '', email }: NewWalkIn): Promise<void> {
  const event = await findOpenDoor(ctx, slug);
  const called = name.trim();
  if (email && called === '') throw new Invalid([{ name: 'name', code: 'field.required' }]);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'walk-ins', event.groupId);
    await holdDoor(tx, event);
    if (!email) return attend(tx, { ctx, event, rsvpId: null, personId: null, guestCount: 0 });
    const { groupId } = event;
    const { id: personId } = await rememberPerson(tx, {
      ...{ groupId, email: email.trim(), name: called, language: ctx.language },
      source: 'door',
      subjectId: event.id,
    });
    const [rsvp] = await tx
      .select()
      .from(rsvps)
      .where(and(eq(rsvps.eventId, event.id), eq(rsvps.personId, personId)));
    await attend(tx, { ctx, event, personId, rsvpId: rsvp?.id ?? null, guestCount: rsvp?.guestCount ?? 0 });
  });
}

/** Takes a walk-in off again. */
export async function removeWalkIn(ctx: Context, slug: string, attendanceId: string): Promise<void> {
  const event = await findOpenDoor(ctx, slug);
  await ctx.change(async (tx) => {
    await holdDoor(tx, event);
    const isWalkIn = and(eq(attendances.id, attendanceId), isNull(attendances.rsvpId));
    if (!(await undo(tx, ctx, event, isWalkIn))) throw new NotFound('walk-in');
  });
}

/** Closes the door list: who was going and is not on it did not come, and what people needed is erased. */
export async function closeEvent(ctx: Context, slug: string): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitNow('close', event, 'closed');
  if (event.state === 'closed') return;
  await ctx.change(async (tx) => {
    await move(tx, event, 'closed');
    await tx.insert(eventClosings).values({ eventId: event.id, by: ctx.viewer.id });
    const noShowCount = await markNoShows(tx, ctx, event);
    await tx.delete(eventNeeds).where(eq(eventNeeds.eventId, event.id));
    await note(tx, ctx, event, { kind: 'events.closed', noShowCount });
  });
}

/** Erases what people needed once their event has been over for a day, closed or not. */
export async function eraseOldNeeds(ctx: Context): Promise<void> {
  const over = ctx.db
    .select({ id: events.id })
    .from(events)
    .where(sql`${events.endsAt} < now() - interval '1 day'`);
  await ctx.db.delete(eventNeeds).where(inArray(eventNeeds.eventId, over));
}

async function findOpenDoor(ctx: Context, slug: string) {
  const event = await findEvent(ctx, slug);
  permitNow('checkIn', event);
  return event;
}

/** Many check in at once; closing waits for them, and who comes after finds the door closed. */
async function holdDoor(tx: Transaction, { id }: SeenEvent) {
  const [event] = await tx.select({ state: events.state }).from(events).where(eq(events.id, id)).for('share');
  if (event?.state !== 'published') throw new Conflict('events.is-closed');
}

type Coming = {
  ctx: Context;
  event: SeenEvent;
  rsvpId: string | null;
  personId: string | null;
  guestCount: number;
};
async function attend(tx: Transaction, { ctx, event, rsvpId, personId, guestCount }: Coming): Promise<void> {
  const { id: eventId, groupId, title } = event;
  const [attendance] = await tx
    .insert(attendances)
    .values({
      id: newId(),
      eventId,
      groupId,
      rsvpId,
      personId,
      state: 'attended',
      guestCount,
      by: ctx.viewer.id,
    })
    .onConflictDoNothing()
    .returning({ id: attendances.id });
  if (!attendance) return;
  if (personId) await noteHistory(tx, { personId, groupId, kind: 'came', subjectId: eventId, label: title });
  await recordAttendance(tx, ctx, event, { kind: 'events.attended', id: attendance.id, personId });
}

async function undo(tx: Transaction, ctx: Context, event: SeenEvent, which: ReturnType<typeof and>) {
  const [undone] = await tx
    .delete(attendances)
    .where(and(eq(attendances.eventId, event.id), eq(attendances.state, 'attended'), which))
    .returning({ id: attendances.id, personId: attendances.personId });
  if (!undone) return false;
  const { personId } = undone;
  if (personId) await forgetHistory(tx, event, personId);
  await recordAttendance(tx, ctx, event, { kind: 'events.attendance-undone', ...undone });
  return true;
}

/** A slip is not a deed: the line that says they came goes, too. */
async function forgetHistory(tx: Transaction, { id }: SeenEvent, personId: string) {
  await tx
    .delete(personHistory)
    .where(
      and(
        eq(personHistory.personId, personId),
        eq(personHistory.kind, 'came'),
        eq(personHistory.subjectId, id),
      ),
    );
}

type Attended = { kind: string; id: string; personId: string | null };
async function recordAttendance(
  tx: Transaction,
  ctx: Context,
  event: SeenEvent,
  { kind, id, personId }: Attended,
) {
  const { id: eventId, groupId } = event;
  await record(tx, { kind, groupId, actorId: ctx.viewer.id, subjectId: id, data: { eventId, personId } });
}

/** Thousands of rows at most: in chunks, so that no statement carries too many values. */
async function markNoShows(tx: Transaction, ctx: Context, { id: eventId, groupId, title }: SeenEvent) {
  const missed = await tx
    .select({ rsvpId: rsvps.id, personId: rsvps.personId })
    .from(rsvps)
    .leftJoin(attendances, eq(attendances.rsvpId, rsvps.id))
    .where(and(eq(rsvps.eventId, eventId), eq(rsvps.state, 'going'), isNull(attendances.id)));
  const of = { eventId, groupId, by: ctx.viewer.id, state: 'no_show' as const };
  const told = { groupId, subjectId: eventId, label: title, kind: 'missed' as const };
  for (let start = 0; start < missed.length; start += 1000) {
    const chunk = missed.slice(start, start + 1000);
    await tx.insert(attendances).values(chunk.map((rsvp) => ({ id: newId(), ...of, ...rsvp })));
    await tx.insert(personHistory).values(chunk.map(({ personId }) => ({ id: newId(), personId, ...told })));
  }
  return missed.length;
}
