import type { Transaction } from '@groundwork/database';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { promiseMails, type MailPromise } from '../../outbox/actions.ts';
import { people } from '../../people/tables.ts';
import { findTold, TOLD, type ToldEvent } from '../told.ts';
import { rsvpLetter, type Occasion } from '../rsvps/letters.ts';
import { settleWaitlist } from '../rsvps/places.ts';
import { rsvps } from '../rsvps/tables.ts';
import { events } from '../tables.ts';

/** How many mails are promised in one transaction. */
const BATCH = 500;

/** Tells everyone whose RSVP stands, or who waits, that time or place changed. A later telling makes this one moot. */
export async function tellMove(ctx: Context, eventId: string, sequence: number): Promise<void> {
  const event = await findTold(ctx, eventId);
  if (event?.state !== 'published' || event.isHidden || event.toldSequence > sequence) return;
  await tellEveryone(ctx, { event, occasion: 'moved', key: `event-moved:${eventId}:${sequence}` });
}

/** Tells everyone whose RSVP stands, or who waits, that it is off, and why. */
export async function tellCancellation(ctx: Context, eventId: string): Promise<void> {
  const event = await findTold(ctx, eventId);
  if (event?.state !== 'cancelled' || event.isHidden) return;
  const reason = event.reason ?? '';
  await tellEveryone(ctx, { event, occasion: 'called-off', reason, key: `event-cancelled:${eventId}` });
}

/**
 * Reminds those who are going, or perhaps, on the day before at ten in the event's zone. Who answered later than that
 * is reminded three hours before it starts, unless they answered within those. An event that moved to another time
 * reminds again; nobody is reminded twice of the same time. Runs every minute; `now` is for tests.
 */
export async function remindPeople(ctx: Context, now = new Date()): Promise<number> {
  let remindedCount = 0;
  for (;;) {
    const count = await ctx.change((tx) => remindBatch(ctx, tx, now));
    remindedCount += count;
    if (count < BATCH) return remindedCount;
  }
}

/** Fills places that fell free without a deed of ours, as when a person's record was erased. */
export async function settleWaitlists(ctx: Context): Promise<void> {
  const waiting = await ctx.db
    .selectDistinct({ id: events.id })
    .from(rsvps)
    .innerJoin(events, eq(events.id, rsvps.eventId))
    .where(and(eq(rsvps.state, 'waitlisted'), eq(events.state, 'published'), sql`${events.endsAt} > now()`));
  for (const { id } of waiting) {
    await ctx.change(async (tx) => {
      await tx.select({ id: events.id }).from(events).where(eq(events.id, id)).for('no key update');
      await settleWaitlist(ctx, tx, id);
    });
  }
}

type Telling = { event: ToldEvent; occasion: Occasion; reason?: string; key: string };

/** In batches by id, each in its own transaction; a run after a crash repeats promises that are already kept once. */
async function tellEveryone(ctx: Context, telling: Telling) {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await ctx.db
      .select(receiver)
      .from(rsvps)
      .innerJoin(people, eq(people.id, rsvps.personId))
      .where(and(eq(rsvps.eventId, telling.event.id), gt(rsvps.id, last), inArray(rsvps.state, TOLD)))
      .orderBy(asc(rsvps.id))
      .limit(BATCH);
    await ctx.change(async (tx) => {
      const tellings = batch.map((to) => told(ctx, { ...telling, key: `${telling.key}:${to.id}` }, to));
      await promiseMails(tx, tellings.flat());
    });
    last = batch.at(-1)?.id ?? last;
    if (batch.length < BATCH) return;
  }
}

const receiver = {
  id: rsvps.id,
  eventId: rsvps.eventId,
  state: rsvps.state,
  guestCount: rsvps.guestCount,
  language: rsvps.language,
  email: people.email,
};
type Receiver = Pick<typeof rsvps.$inferSelect, 'id' | 'eventId' | 'state' | 'guestCount' | 'language'> & {
  email: string | null;
};

/** The mail that tells one of them, if they gave an address. */
function told(ctx: Context, { key, ...telling }: Telling, { email, ...rsvp }: Receiver): MailPromise[] {
  if (email === null) return [];
  const { groupId } = telling.event;
  return [{ key, to: email, language: rsvp.language, groupId, ...rsvpLetter(ctx, { ...telling, rsvp }) }];
}

async function remindBatch(ctx: Context, tx: Transaction, now: Date) {
  const due = await tx
    .select(receiver)
    .from(rsvps)
    .innerJoin(events, eq(events.id, rsvps.eventId))
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(isDue(now))
    .limit(BATCH)
    .for('update', { of: rsvps, skipLocked: true });
  if (due.length === 0) return 0;
  await tx
    .update(rsvps)
    .set({ remindedAt: now })
    .where(
      inArray(
        rsvps.id,
        due.map(({ id }) => id),
      ),
    );
  const known = new Map<string, ToldEvent | null>();
  const promises: MailPromise[] = [];
  for (const to of due) {
    const event = known.get(to.eventId) ?? (await findTold({ db: tx }, to.eventId));
    known.set(to.eventId, event);
    const key = `reminder:${to.id}:${event?.startsAt.toISOString()}`;
    if (event) promises.push(...told(ctx, { event, occasion: 'reminder', key }, to));
  }
  await promiseMails(tx, promises);
  return due.length;
}

/** The bounds on the start are what the index on coming events needs: a reminder is at most 40 hours before. */
function isDue(now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`;
  return and(
    eq(events.state, 'published'),
    isNull(events.hiddenAt),
    sql`${events.startsAt} > ${at} and ${events.startsAt} < ${at} + interval '40 hours'`,
    sql`${events.remindsAt} <= ${at}`,
    sql`${rsvps.remindedAt} is null and ${rsvps.state} in ('going', 'maybe')`,
    sql`(${rsvps.stateAt} < ${events.remindsAt}
      or (${rsvps.stateAt} < ${events.startsAt} - interval '3 hours' and ${at} >= ${events.startsAt} - interval '3 hours'))`,
  );
}
