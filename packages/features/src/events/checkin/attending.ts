import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { noteHistory } from '../../people/actions.ts';
import { personHistory } from '../../people/tables.ts';
import { permitNow } from '../actions.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { events } from '../tables.ts';
import { attendances } from './tables.ts';

/** The event, whose door this viewer holds and which is not closed. */
export async function findOpenDoor(ctx: Context, slug: string) {
  const event = await findEvent(ctx, slug);
  permitNow('checkIn', event);
  return event;
}

/** Many check in at once; closing waits for them, and who comes after finds the door closed. */
export async function holdDoor(tx: Transaction, { id }: SeenEvent) {
  const [event] = await tx.select({ state: events.state }).from(events).where(eq(events.id, id)).for('share');
  if (event?.state !== 'published') throw new Conflict('events.is-closed');
}

export type Coming = {
  ctx: Context;
  event: SeenEvent;
  rsvpId: string | null;
  personId: string | null;
  guestCount: number;
  /** The sender's, where they made one. */
  id?: string;
  name?: string;
  typedKey?: string;
};
/** Counts someone in, once. False when this person is here already. */
export async function attend(tx: Transaction, { ctx, event, ...who }: Coming): Promise<boolean> {
  const { personId } = who;
  const { id: eventId, groupId, title } = event;
  const [attendance] = await tx
    .insert(attendances)
    .values({ id: newId(), ...who, eventId, groupId, state: 'attended', by: ctx.viewer.id })
    .onConflictDoNothing()
    .returning({ id: attendances.id });
  if (!attendance) return false;
  if (personId) await noteHistory(tx, { personId, groupId, kind: 'came', subjectId: eventId, label: title });
  await recordAttendance(tx, ctx, event, { kind: 'events.attended', id: attendance.id, personId });
  return true;
}

/** Takes back the attendances that `which` names. False when there were none. */
export async function undo(tx: Transaction, ctx: Context, event: SeenEvent, which: SQL | undefined) {
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

type Along = { which: SQL | undefined; count: number };
/** Sets how many the attendances that `which` names brought along. */
export async function countAlong(ctx: Context, event: SeenEvent, { which, count }: Along) {
  await ctx.change(async (tx) => {
    await holdDoor(tx, event);
    const [counted] = await tx
      .update(attendances)
      .set({ guestCount: count })
      .where(and(eq(attendances.eventId, event.id), eq(attendances.state, 'attended'), which))
      .returning({ id: attendances.id, personId: attendances.personId });
    if (!counted) throw new NotFound('attendance');
    await recordAttendance(tx, ctx, event, { kind: 'events.guests-counted', ...counted });
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
