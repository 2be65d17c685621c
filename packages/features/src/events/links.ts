import type { Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { makeLink } from '../links/actions.ts';
import { permit } from '../policy.ts';
import { eventPolicy } from './policy.ts';
import type { SeenEvent } from './queries.ts';
import { events, rsvps } from './tables.ts';

type Linked = Pick<SeenEvent, 'id' | 'groupId' | 'slug' | 'title'>;

/** Makes the link on an event's tear-off strip, to the address that it has now. */
export async function linkEvent(
  tx: Transaction,
  { id, groupId, slug, title }: Linked,
  createdBy: string | null,
): Promise<void> {
  const path = `/events/${slug}`;
  const { id: linkId } = await makeLink(tx, { groupId, path, label: title, createdBy });
  await tx.update(events).set({ linkId }).where(eq(events.id, id));
}

/**
 * What is coming and was published before events had links gets one; what is hidden, once it is shown again. Does 200 at
 * a time, and leaves alone what somebody is changing just now.
 */
export async function linkEvents(ctx: Context): Promise<void> {
  const isBare = and(eq(events.state, 'published'), isNull(events.linkId), isNull(events.hiddenAt));
  await ctx.change(async (tx) => {
    const bare = await tx
      .select({ id: events.id, groupId: events.groupId, slug: events.slug, title: events.title })
      .from(events)
      .where(and(isBare, sql`${events.endsAt} > now()`))
      .orderBy(asc(events.endsAt))
      .limit(200)
      .for('update', { skipLocked: true });
    for (const event of bare) await linkEvent(tx, event, null);
  });
}

/** How many of the group's people who mean to come were brought by which of its links, for those who publish. */
export async function countByLink({ db }: Context, event: SeenEvent) {
  permit(eventPolicy, 'seeLinks', event);
  return db
    .select({ linkId: rsvps.linkId, count: sql<number>`count(*)::int` })
    .from(rsvps)
    .where(
      and(
        eq(rsvps.eventId, event.id),
        isNull(rsvps.sponsorId),
        sql`${rsvps.state} in ('going', 'maybe', 'waitlisted')`,
      ),
    )
    .groupBy(rsvps.linkId);
}
