import { newId, type Transaction } from '@groundwork/database';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { noteHistory } from '../../people/actions.ts';
import { personHistory } from '../../people/tables.ts';
import { permitEventDeed } from '../actions.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { events } from '../tables.ts';
import { attendances } from './tables.ts';

/** The event, if this viewer may check people in and it is not closed. */
export async function findOpenCheckIn(ctx: Context, slug: string) {
  const event = await findEvent(ctx, slug);
  permitEventDeed('checkIn', event);
  return event;
}

/** Many check in at once; closing waits for them, and who comes after finds the event closed. */
export async function lockCheckIn(tx: Transaction, { id }: SeenEvent) {
  const [event] = await tx.select({ state: events.state }).from(events).where(eq(events.id, id)).for('share');
  if (event?.state !== 'published') throw new Conflict('events.is-closed');
}

export type Coming = {
  ctx: Context;
  event: SeenEvent;
  /** Whose person it is, where that is not the event's own group. */
  owner?: { groupId: string; sponsorId: string | null };
  rsvpId: string | null;
  personId: string | null;
  guestCount: number;
  /** The sender's, where they made one. */
  id?: string;
  name?: string;
  typedKey?: string;
};
/** Counts someone in, once. False when this person is here already. */
export async function attend(tx: Transaction, { ctx, event, owner, ...who }: Coming): Promise<boolean> {
  const { personId } = who;
  const { id: eventId, title } = event;
  const { groupId, sponsorId } = owner ?? { groupId: event.groupId, sponsorId: null };
  const [attendance] = await tx
    .insert(attendances)
    .values({ id: newId(), ...who, eventId, groupId, sponsorId, state: 'attended', by: ctx.viewer.id })
    .onConflictDoNothing()
    .returning({ id: attendances.id });
  if (!attendance) return false;
  if (personId) noteHistory(tx, { personId, groupId, kind: 'came', subjectId: eventId, label: title });
  note(tx, ctx, 'events.attended', { groupId, id: attendance.id }, { eventId, personId });
  return true;
}

/** Takes back the attendances that `which` names. False when there were none. */
export async function undo(tx: Transaction, ctx: Context, event: SeenEvent, which: SQL | undefined) {
  const [undone] = await tx
    .delete(attendances)
    .where(and(eq(attendances.eventId, event.id), eq(attendances.state, 'attended'), which))
    .returning({ id: attendances.id, groupId: attendances.groupId, personId: attendances.personId });
  if (!undone) return false;
  const { id, groupId, personId } = undone;
  if (personId) await forgetHistory(tx, event, personId);
  note(tx, ctx, 'events.attendance-undone', { groupId, id }, { eventId: event.id, personId });
  return true;
}

type Along = { which: SQL | undefined; count: number };
/** Sets how many the attendances that `which` names brought along. */
export async function countAlong(ctx: Context, event: SeenEvent, { which, count }: Along) {
  await ctx.change(async (tx) => {
    await lockCheckIn(tx, event);
    const [counted] = await tx
      .update(attendances)
      .set({ guestCount: count })
      .where(and(eq(attendances.eventId, event.id), eq(attendances.state, 'attended'), which))
      .returning({ id: attendances.id, groupId: attendances.groupId, personId: attendances.personId });
    if (!counted) throw new NotFound('attendance');
    const { id, groupId, personId } = counted;
    note(tx, ctx, 'events.guests-counted', { groupId, id }, { eventId: event.id, personId });
  });
}

/** A slip is not a deed: the line that says they came goes, too. */
export async function forgetHistory(tx: Transaction, { id }: SeenEvent, personId: string) {
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
