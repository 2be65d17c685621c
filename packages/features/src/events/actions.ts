import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { campaigns, campaignSponsors } from '../campaigns/tables.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid, NotFound, TooMany } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { groupPolicy } from '../groups/policy.ts';
import { findGroup } from '../groups/queries.ts';
import { note } from '../journal.ts';
import { startMailing } from '../mailings/actions.ts';
import { permit, refuseFrozen } from '../policy.ts';
import { proseOf } from '../site/prose.ts';
import { draftSlug } from '../slugs.ts';
import { giveEventSlug } from './addresses.ts';
import { answerers } from './audiences.ts';
import type { EventInput } from './contract.ts';
import { linkEvent } from './links.ts';
import { eventPolicy } from './policy.ts';
import { findEvent, type SeenEvent } from './queries.ts';
import { countTaken, settleWaitlist } from './places.ts';
import { eventCancellations, eventHosts, events } from './tables.ts';
import { ANSWERED } from './announced.ts';
import { readPeriod } from './when.ts';

/** Begins an event as a draft that only its organizers and hosts see; whoever makes it hosts it. Answers its slug. */
export async function createEvent(ctx: Context, groupSlug: string, asked: EventInput): Promise<string> {
  const group = await findGroup(ctx, groupSlug);
  permit(groupPolicy, 'hostEvents', group);
  const written = await readInput(ctx, group.id, asked);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'events', group.id);
    const id = newId();
    const slug = draftSlug(id);
    await tx.insert(events).values({ ...written, id, slug, groupId: group.id, createdBy: ctx.viewer.id });
    await tx.insert(eventHosts).values({ eventId: id, groupId: group.id, accountId: ctx.viewer.id });
    note(tx, ctx, 'events.created', { groupId: group.id, id });
    return slug;
  });
}

/**
 * Changes what an event says; its address stays. When a published event's time or place changed, now or since they were
 * last told, everyone who comes is told if that is asked for (the worker does it), at most once an hour: TooMany says when
 * again, and nothing is saved. When places are added, the waitlist gets them at once.
 */
export async function editEvent(ctx: Context, slug: string, asked: EventInput): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('edit', event);
  const written = await readInput(ctx, event.groupId, asked);
  await ctx.change(async (tx) => {
    const before = await lockEvent(tx, event);
    await refuseTooFewPlaces(tx, event.id, written.capacity);
    const hasMoved = before.state === 'published' && isElsewhere(before, written);
    const sequence = before.sequence + (hasMoved ? 1 : 0);
    const isAnnounced = asked.tell === true && before.state === 'published' && sequence > before.toldSequence;
    if (isAnnounced && before.hiddenAt) throw new Conflict('events.is-hidden');
    if (isAnnounced) refuseMailingSoon(before.toldAt);
    await tx
      .update(events)
      .set({
        ...{ ...written, sequence, changedAt: sql`now()` },
        ...(isAnnounced && { toldSequence: sequence, toldAt: sql`now()` }),
      })
      .where(eq(events.id, event.id));
    note(tx, ctx, isAnnounced ? 'events.moved' : 'events.changed', event, { sequence });
    if (isAnnounced) await tellOf(tx, ctx, event, { kind: 'events.move', version: `${sequence}` });
    await settleWaitlist(ctx, tx, event.id);
  });
}

/** Puts a draft before everyone who may see its group, under an address that can be read, with a short link of its own. */
export async function publishEvent(ctx: Context, slug: string): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('publish', event, 'published');
  if (event.state === 'published') return;
  await ctx.change(async (tx) => {
    await move(tx, event, 'published');
    const address = await giveEventSlug(tx, event);
    await linkEvent(tx, { ...event, slug: address }, ctx.viewer.id);
    note(tx, ctx, 'events.published', event);
  });
}

/** Calls an event off, with the reason that everyone who RSVPed is told by mail. */
export async function cancelEvent(ctx: Context, slug: string, { reason }: { reason: string }): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('cancel', event, 'cancelled');
  if (event.state === 'cancelled') return;
  await ctx.change(async (tx) => {
    await move(tx, event, 'cancelled');
    await tx
      .insert(eventCancellations)
      .values({ eventId: event.id, by: ctx.viewer.id, reason: reason.trim() });
    note(tx, ctx, 'events.cancelled', event);
    await tellOf(tx, ctx, event, { kind: 'events.cancellation' });
  });
}

/** Removes a draft. What was once public stays on record and is cancelled instead. */
export async function removeEvent(ctx: Context, slug: string): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('remove', event);
  await ctx.change(async (tx) => {
    const removed = await tx
      .delete(events)
      .where(and(eq(events.id, event.id), eq(events.state, 'draft')))
      .returning({ id: events.id });
    if (removed.length === 0) throw new Conflict('conflict');
    note(tx, ctx, 'events.removed', event);
  });
}

/** From the state the viewer saw, or not at all: two organizers who decide at once do not overwrite each other. */
export async function move(tx: Transaction, event: SeenEvent, state: SeenEvent['state']): Promise<void> {
  const moved = await tx
    .update(events)
    .set({
      state,
      changedAt: sql`now()`,
      ...(state === 'cancelled' && { sequence: sql`${events.sequence} + 1` }),
    })
    .where(and(eq(events.id, event.id), eq(events.state, event.state)))
    .returning({ id: events.id });
  if (moved.length === 0) throw new Conflict('conflict');
}

/** Whoever may never do it is refused as such (403); for who might, the state does not allow it now (409). */
export function permitEventDeed(
  deed: keyof typeof eventPolicy,
  event: SeenEvent,
  already?: SeenEvent['state'],
): void {
  const mayEver = (['draft', 'published'] as const).some((state) =>
    eventPolicy[deed]({
      ...event,
      state,
      hasStarted: true,
      hasEnded: false,
      isFrozen: false,
      isHidden: false,
    }),
  );
  if (!mayEver) permit(eventPolicy, deed, event);
  refuseFrozen(event);
  if (event.state !== already && !eventPolicy[deed](event)) throw new Conflict(`events.${refusalFor(event)}`);
}

function refusalFor({ state, hasEnded, isHidden }: SeenEvent) {
  if (isHidden) return 'is-hidden';
  if (state === 'cancelled' || state === 'closed' || state === 'draft') return `is-${state}`;
  return hasEnded ? 'is-over' : 'not-now';
}

async function lockEvent(tx: Transaction, { id, state }: SeenEvent) {
  const [event] = await tx.select().from(events).where(eq(events.id, id)).for('no key update');
  if (!event) throw new NotFound('event');
  if (event.state !== state) throw new Conflict('conflict');
  return event;
}

/** Nobody is mailed of changes more than once an hour, however often an event moves. */
function refuseMailingSoon(announcedAt: Date | null) {
  const minutes = Math.ceil(60 - (Date.now() - (announcedAt?.getTime() ?? 0)) / 60_000);
  if (minutes > 0) throw new TooMany(minutes);
}

/** Nobody who has a place loses it because a room got smaller; that is said before it happens. */
async function refuseTooFewPlaces(tx: Transaction, eventId: string, capacity: number | null) {
  if (capacity === null) return;
  const taken = await countTaken(tx, eventId);
  if (capacity >= taken) return;
  throw new Invalid([{ name: 'capacity', code: 'events.too-few-places', params: { taken } }]);
}

/** Does the change bear on where and when people go? */
function isElsewhere(before: typeof events.$inferSelect, after: Written) {
  if (after.endsAt <= new Date()) return false;
  const parts = ['timeZone', 'held', 'placeName', 'address', 'onlineUrl'] as const;
  const times = ['startsAt', 'endsAt'] as const;
  return (
    parts.some((part) => before[part] !== after[part]) ||
    times.some((time) => before[time].getTime() !== after[time].getTime())
  );
}

/** Mails everyone who comes, or waits. */
async function tellOf(
  tx: Transaction,
  ctx: Context,
  { id, groupId }: SeenEvent,
  telling: { kind: string; version?: string },
) {
  const audience = answerers.of({ eventId: id, answers: ANSWERED });
  await startMailing(tx, ctx, { ...telling, groupId, aboutId: id, audience });
}

type Written = Awaited<ReturnType<typeof readInput>>;

/** What was filled in, as it is kept: trimmed, times as instants, only the parts of a place that this event has. */
async function readInput({ db }: Context, groupId: string, asked: EventInput) {
  const { starts, ends, timeZone, held, summary = '', about = '', ...rest } = asked;
  const period = readPeriod({ starts, ends, timeZone });
  const title = asked.title.trim();
  if (title.length < 3) throw new Invalid([{ name: 'title', code: 'field.too-short', params: { min: 3 } }]);
  const prose = proseOf('about', about);
  const placeName = held === 'online' ? null : rest.placeName?.trim() || null;
  if (held !== 'online' && !placeName) throw new Invalid([{ name: 'placeName', code: 'field.required' }]);
  if (rest.campaignId) await refuseForeignCampaign(db, groupId, rest.campaignId);
  return {
    ...period,
    ...{ title, held, placeName, about },
    ...{ aboutHtml: prose.html, aboutHtmlOf: prose.of },
    summary: summary.trim(),
    address: held === 'online' ? null : rest.address?.trim() || null,
    addressVisibility: rest.addressVisibility ?? ('public' as const),
    onlineUrl: held === 'in-person' ? null : rest.onlineUrl?.trim() || null,
    capacity: rest.capacity ?? null,
    ...(rest.rsvpFrom && { rsvpFrom: rest.rsvpFrom }),
    campaignId: rest.campaignId ?? null,
  };
}

/** An event serves a campaign of its own group, or one that its group stands with. */
async function refuseForeignCampaign(db: Context['db'], groupId: string, campaignId: string) {
  const sponsored = and(
    eq(campaignSponsors.campaignId, campaigns.id),
    eq(campaignSponsors.groupId, groupId),
    isNotNull(campaignSponsors.acceptedAt),
  );
  const [served] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .leftJoin(campaignSponsors, sponsored)
    .where(
      and(
        eq(campaigns.id, campaignId),
        or(
          eq(campaigns.groupId, groupId),
          and(isNotNull(campaignSponsors.groupId), isNull(campaigns.hiddenAt)),
        ),
      ),
    );
  if (!served) throw new Invalid([{ name: 'campaignId', code: 'events.no-such-campaign' }]);
}
