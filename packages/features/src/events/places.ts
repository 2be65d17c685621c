import type { Transaction } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { Conflict } from '../errors.ts';
import { note } from '../journal.ts';
import { tell } from '../notices/actions.ts';
import { people } from '../people/tables.ts';
import { findAnnouncedEvent, type AnnouncedEvent } from './announced.ts';
import { events, rsvps } from './tables.ts';
import { heldPlaces, takenPlaces } from './holds.ts';

type Site = Pick<House, 'settings'>;

/**
 * Locks the event's row until the transaction ends, and says how many places are free (Infinity without a
 * limit), once the waitlist got those of holds that ended. Limited events are answered one by one, so no place is given
 * twice; unlimited ones all at once. `capacity` is what the viewer saw: when it has changed from or to unlimited since,
 * or the event is off, that is a Conflict.
 */
export async function lockEvent(
  site: Site,
  tx: Transaction,
  event: { id: string; capacity: number | null },
): Promise<number> {
  const [locked] = await tx
    .select({ capacity: events.capacity, state: events.state })
    .from(events)
    .where(eq(events.id, event.id))
    .for(event.capacity === null ? 'share' : 'no key update');
  if (locked?.state !== 'published') throw new Conflict('conflict');
  if ((locked.capacity === null) !== (event.capacity === null)) throw new Conflict('conflict');
  if (locked.capacity !== null) await settleWaitlist(site, tx, event.id);
  return countFree(tx, event.id, locked.capacity);
}

/**
 * Gives free places to the waitlist, in order: the first whose party fits goes first. Needs the event's row locked.
 * Each is told by mail. Returns how many got a place.
 */
export async function settleWaitlist(site: Site, tx: Transaction, eventId: string): Promise<number> {
  let promotedCount = 0;
  for (;;) {
    const next = await findNext(tx, eventId);
    if (!next) return promotedCount;
    const event = await findAnnouncedEvent({ db: tx }, eventId);
    if (event?.state !== 'published' || event.isHidden || event.endsAt <= new Date()) return promotedCount;
    await promote(site, tx, event, next);
    promotedCount += 1;
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

async function countFree(tx: Transaction, eventId: string, capacity: number | null) {
  return capacity === null ? Infinity : capacity - (await countTaken(tx, eventId));
}

/** Places that are taken or held now, guests included. */
export async function countTaken(tx: Transaction, eventId: string): Promise<number> {
  const { rows } = await tx.execute<{ taken: number }>(
    sql`select ${takenPlaces(eventId)} + ${heldPlaces(eventId)} as taken`,
  );
  return rows[0]?.taken ?? 0;
}

/** Who is next and fits. One statement, since most often nobody waits. */
async function findNext(tx: Transaction, eventId: string) {
  const free = sql`(${events.capacity} - ${takenPlaces(events.id)} - ${heldPlaces(events.id)})`;
  const [next] = await tx
    .select({
      id: rsvps.id,
      groupId: rsvps.groupId,
      personId: rsvps.personId,
      guestCount: rsvps.guestCount,
      language: rsvps.language,
      email: people.email,
    })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .innerJoin(events, eq(events.id, rsvps.eventId))
    .where(
      and(
        eq(rsvps.eventId, eventId),
        eq(rsvps.state, 'waitlisted'),
        sql`(${events.capacity} is null or 1 + ${rsvps.guestCount} <= ${free})`,
      ),
    )
    .orderBy(asc(rsvps.stateAt), asc(rsvps.id))
    .limit(1);
  return next;
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findNext>>>;
async function promote(
  site: Site,
  tx: Transaction,
  event: AnnouncedEvent,
  { groupId, personId, email, ...waiting }: Waiting,
) {
  await tx
    .update(rsvps)
    .set({ state: 'going', stateAt: sql`clock_timestamp()` })
    .where(eq(rsvps.id, waiting.id));
  const subject = { groupId, id: waiting.id };
  const promoted = { eventId: event.id, personId };
  const entryId = note(tx, null, 'events.rsvp-promoted', subject, promoted);
  const to = { person: personId, email, language: waiting.language };
  const rsvp = { ...waiting, state: 'going' as const };
  await tell(tx, site, 'events.rsvp-promoted', { to, about: event, rsvp, entryId });
}
