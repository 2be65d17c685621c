import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { rememberPerson } from '../../people/actions.ts';
import { countryOf, digitsOf, phoneOf, rememberByPhone } from '../../people/phones.ts';
import { people } from '../../people/tables.ts';
import { eventPolicy } from '../policy.ts';
import type { SeenEvent } from '../queries.ts';
import { rsvps } from '../tables.ts';
import {
  attend,
  countAlong,
  findOpenCheckIn,
  forgetHistory,
  lockCheckIn,
  undo,
  type Coming,
} from './attending.ts';
import type { NewWalkIn } from './contract.ts';
import { attendances } from './tables.ts';

/**
 * Someone is here who did not RSVP. With an email or a phone number they become a person of the group; without, one more is
 * counted and nothing is kept about them. If they have an RSVP, that is checked in where whoever typed it may see people.
 * Where they may not, nothing they see depends on whose email or number it is. Safe to do twice under one id.
 */
export async function addWalkIn(
  ctx: Context,
  slug: string,
  { personId, id, ...typed }: NewWalkIn,
): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  const someone = { ctx, event, rsvpId: null, personId: null, guestCount: 0, ...(id && { id }) };
  const written = readTyped(typed, typed.phone ? await countryOf(ctx.db, event.groupId) : null);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'walk-ins', event.groupId);
    await lockCheckIn(tx, event);
    if (id && (await isAdded(tx, event, id))) return;
    if (personId) await attendAsKnown(tx, { ...someone, personId: await findKnown(tx, event, personId) });
    else if (written) await addTyped(tx, someone, written);
    else await attend(tx, someone);
  });
}

/** Says how many came along with a walk-in. */
export async function countWalkInGuests(
  ctx: Context,
  slug: string,
  { id, count }: { id: string; count: number },
): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  const which = and(eq(attendances.id, id), isNull(attendances.rsvpId));
  await countAlong(ctx, event, { which, count });
}

/** Takes a walk-in off again. */
export async function removeWalkIn(ctx: Context, slug: string, attendanceId: string): Promise<void> {
  const event = await findOpenCheckIn(ctx, slug);
  await ctx.change(async (tx) => {
    await lockCheckIn(tx, event);
    const isWalkIn = and(eq(attendances.id, attendanceId), isNull(attendances.rsvpId));
    if (!(await undo(tx, ctx, event, isWalkIn))) throw new NotFound('walk-in');
  });
}

/** Whom a host checks in by the list may stand among the walk-ins already, as the host must not learn: that one is nobody. */
export async function freeWalkIn(tx: Transaction, event: SeenEvent, personId: string) {
  const isWalkIn = and(eq(attendances.personId, personId), isNull(attendances.rsvpId));
  const freed = await tx
    .update(attendances)
    .set({ personId: null })
    .where(and(eq(attendances.eventId, event.id), isWalkIn))
    .returning({ id: attendances.id });
  if (freed.length > 0) await forgetHistory(tx, event, personId);
}

type Written = { name: string; email: string | null; phone: string | null };

/** Whom the form names, in the forms that are kept; null where it leaves no way to reach them. */
function readTyped(
  { name = '', email, phone: dialled }: Omit<NewWalkIn, 'id' | 'personId'>,
  country: string | null,
): Written | null {
  const called = name.trim();
  const phone = dialled ? phoneOf(dialled, country) : null;
  if (dialled && phone === null) throw new Invalid([{ name: 'phone', code: 'field.phone' }]);
  if (!email && phone === null) return null;
  if (called === '') throw new Invalid([{ name: 'name', code: 'field.required' }]);
  return { name: called, email: email ?? null, phone };
}

/** An id names one walk-in at one door. */
async function isAdded(tx: Transaction, event: SeenEvent, id: string) {
  const [there] = await tx
    .select({ eventId: attendances.eventId })
    .from(attendances)
    .where(eq(attendances.id, id));
  if (there && there.eventId !== event.id) throw new Conflict('conflict');
  return there !== undefined;
}

async function findKnown(tx: Transaction, event: SeenEvent, personId: string) {
  const isOurs = and(eq(people.groupId, event.groupId), eq(people.id, personId));
  const [known] = eventPolicy.seeEmails(event)
    ? await tx.select({ id: people.id }).from(people).where(isOurs)
    : [];
  if (!known) throw new NotFound('person');
  return known.id;
}

async function addTyped(tx: Transaction, someone: Coming, { name, email, phone }: Written) {
  const { ctx, event } = someone;
  const typed = { name, typedKey: keyOf(ctx, { name, email, phone }) };
  if (await isSentTwice(tx, event, typed.typedKey)) return;
  const { groupId, id: subjectId } = event;
  const asked = { groupId, name, language: ctx.language, source: 'door' as const, subjectId };
  const { id: personId } =
    email === null
      ? await rememberByPhone(tx, { ...asked, phone: phone ?? '' })
      : await rememberPerson(tx, { ...asked, email, phone });
  if (eventPolicy.seeEmails(event)) return attendAsKnown(tx, { ...someone, ...typed, personId });
  const isFirst = await attend(tx, { ...someone, ...typed, personId });
  if (!isFirst) await attend(tx, { ...someone, ...typed });
}

/** What is typed once by the same hand is one walk-in, whoever has the email or the number. */
function keyOf({ settings, viewer }: Context, { name, email, phone }: Written) {
  const reached = [email && asStored(email), ...(phone === null ? [] : [digitsOf(phone)])];
  return createHmac('sha256', settings.secret)
    .update(JSON.stringify(['walk-in', viewer.id, name, ...reached]))
    .digest('base64url');
}

async function isSentTwice(tx: Transaction, { id }: SeenEvent, typedKey: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${typedKey}, 3))`);
  const isSame = and(eq(attendances.eventId, id), eq(attendances.typedKey, typedKey));
  return (await tx.$count(attendances, isSame)) > 0;
}

/** Whoever had cancelled and is here all the same is a walk-in, since the list at the door has them no more. */
async function attendAsKnown(tx: Transaction, coming: Coming & { personId: string }) {
  const { event, personId } = coming;
  const isTheirs = and(eq(rsvps.eventId, event.id), eq(rsvps.personId, personId));
  const [rsvp] = await tx
    .select({ id: rsvps.id })
    .from(rsvps)
    .where(and(isTheirs, ne(rsvps.state, 'cancelled')));
  await attend(tx, rsvp ? { ...coming, rsvpId: rsvp.id } : coming);
}
