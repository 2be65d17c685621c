import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import { isListed } from '../groups/listed.ts';
import { findGroup } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { announcement, type AnnouncedEvent } from './announced.ts';
import { codeOfEventSponsor, isHeldBy, isOfCoalition } from './queries.ts';
import { eventCancellations, events } from './tables.ts';

/** What a group's calendar feed holds: from a month ago on, called off ones too, so that calendars strike them. */
export async function listFeed(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  // Planned for each group anew: a plan for any group sorts, and for one of thousands of events that takes four times as long.
  const rows = await ctx.db
    .select(announcement)
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        eq(events.groupId, group.id),
        ne(events.state, 'draft'),
        isNull(events.hiddenAt),
        sql`${events.startsAt} > now() - interval '30 days'`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(500);
  const beside: AnnouncedEvent[] = await listHeldWithOthers(ctx, group.id);
  return { group, rows: inOrder([...rows, ...beside]) };
}

/** What a group holds with others, as a stranger finds it. */
function listHeldWithOthers({ db }: Context, groupId: string) {
  return db
    .select({ ...announcement, via: codeOfEventSponsor(sql`${groupId}::uuid`) })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        isHeldBy(sql`${groupId}::uuid`),
        isListed(),
        ne(events.state, 'draft'),
        isNull(events.hiddenAt),
        sql`${events.startsAt} > now() - interval '30 days'`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(100);
}

function inOrder<T extends { startsAt: Date }>(rows: T[]): T[] {
  return rows.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** What the calendar feed of a coalition holds: its own, and what its groups hold for everyone, as a stranger finds it. */
export async function listFeedOf({ db }: Pick<Context, 'db'>, coalitionId: string) {
  const isIn = and(
    isOfCoalition(sql`${coalitionId}::uuid`),
    or(eq(events.groupId, coalitionId), isListed()),
    isNull(events.hiddenAt),
    sql`${events.startsAt} > now() - interval '30 days'`,
  );
  const announced = () =>
    db.select(announcement).from(events).innerJoin(groups, eq(groups.id, events.groupId));
  // Each by itself: what is held is read along the index of what is coming until there is enough, what is called off by its own table.
  const held = announced()
    .where(and(isIn, sql`${events.state} in ('published', 'closed')`))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(500);
  const calledOff = announced()
    .where(
      and(
        isIn,
        eq(events.state, 'cancelled'),
        sql`${events.id} = any (array(select event_id from ${eventCancellations}))`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(100);
  return inOrder(await unionAll(held, calledOff));
}
