import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { rememberPerson } from '../../people/actions.ts';
import { eventPolicy } from '../policy.ts';
import type { SeenEvent } from '../queries.ts';
import { rsvps } from '../rsvps/tables.ts';
import { attend, findOpenDoor, forgetHistory, holdDoor, undo, type Coming } from './attending.ts';
import type { NewWalkIn } from './contract.ts';
import { attendances } from './tables.ts';

/**
 * Someone is here who did not RSVP. With an email they become a person of the group; without, one more is counted and
 * nothing is kept about them. If the email belongs to someone with an RSVP, that is checked in where whoever typed it
 * may see people. Where they may not, nothing they see depends on whose email it is.
 */
export async function addWalkIn(ctx: Context, slug: string, { name = '', email }: NewWalkIn): Promise<void> {
  const event = await findOpenDoor(ctx, slug);
  const called = name.trim();
  if (email && called === '') throw new Invalid([{ name: 'name', code: 'field.required' }]);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'walk-ins', event.groupId);
    await holdDoor(tx, event);
    const someone = { ctx, event, rsvpId: null, personId: null, guestCount: 0 };
    if (!email) {
      await attend(tx, someone);
      return;
    }
    const typed = { name: called, typedKey: keyOf(ctx, called, email) };
    if (await isSentTwice(tx, event, typed.typedKey)) return;
    const { id: personId } = await rememberPerson(tx, {
      ...{ groupId: event.groupId, email, name: called, language: ctx.language },
      source: 'door',
      subjectId: event.id,
    });
    if (eventPolicy.seeEmails(event)) return attendAsKnown(tx, { ...someone, ...typed, personId });
    const isFirst = await attend(tx, { ...someone, ...typed, personId });
    if (!isFirst) await attend(tx, { ...someone, ...typed });
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

/** Whom a host checks in by the list may stand among the walk-ins already, as the host must not learn: that one is nobody. */
export async function letGo(tx: Transaction, event: SeenEvent, personId: string) {
  const isWalkIn = and(eq(attendances.personId, personId), isNull(attendances.rsvpId));
  const freed = await tx
    .update(attendances)
    .set({ personId: null })
    .where(and(eq(attendances.eventId, event.id), isWalkIn))
    .returning({ id: attendances.id });
  if (freed.length > 0) await forgetHistory(tx, event, personId);
}

/** What is typed once by the same hand is one walk-in, whoever has the email. */
function keyOf({ settings, viewer }: Context, name: string, email: string) {
  return createHmac('sha256', settings.secret)
    .update(JSON.stringify(['walk-in', viewer.id, name, asStored(email)]))
    .digest('base64url');
}

async function isSentTwice(tx: Transaction, { id }: SeenEvent, typedKey: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${typedKey}, 3))`);
  const isSame = and(eq(attendances.eventId, id), eq(attendances.typedKey, typedKey));
  return (await tx.$count(attendances, isSame)) > 0;
}

async function attendAsKnown(tx: Transaction, coming: Coming & { personId: string }) {
  const { event, personId } = coming;
  const [rsvp] = await tx
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.eventId, event.id), eq(rsvps.personId, personId)));
  await attend(tx, rsvp ? { ...coming, rsvpId: rsvp.id, guestCount: rsvp.guestCount } : coming);
}
