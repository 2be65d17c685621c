import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { NOBODY, type Context } from '../context.ts';
import { findGroup, listedFor } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { announcement } from './announced.ts';
import { isOfCoalition } from './queries.ts';
import { events } from './tables.ts';

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
  return { group, rows };
}

/** What the calendar feed of a coalition holds: its own, and what its groups hold for everyone, as a stranger finds it. */
export function listFeedOf({ db }: Pick<Context, 'db'>, coalitionId: string) {
  const found = (states: ('published' | 'closed' | 'cancelled')[], most: number) =>
    db
      .select({ id: events.id })
      .from(events)
      .innerJoin(groups, eq(groups.id, events.groupId))
      .where(
        and(
          isOfCoalition(sql`${coalitionId}::uuid`),
          or(eq(events.groupId, coalitionId), listedFor({ viewer: NOBODY })),
          inArray(events.state, states),
          isNull(events.hiddenAt),
          sql`${events.startsAt} > now() - interval '30 days'`,
        ),
      )
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(most);
  // Each by itself: what is held is read along the index of what is coming, until there are enough.
  const all = unionAll(found(['published', 'closed'], 500), found(['cancelled'], 100));
  return db
    .select(announcement)
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(inArray(events.id, all))
    .orderBy(asc(events.startsAt), asc(events.id));
}
