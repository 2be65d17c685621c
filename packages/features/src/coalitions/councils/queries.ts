import type { Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { events } from '../../events/tables.ts';
import { findGroup, type ReadContext } from '../../groups/queries.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findCoalitionOf } from '../belonging/queries.ts';
import { findCoalition } from '../queries.ts';
import { delegates } from '../tables.ts';
import { councilReports, councils } from './tables.ts';

/** How long those who spoke have, from the end of a council on. */
export const DAYS_TO_REPORT = 7;

const gathering = {
  slug: events.slug,
  title: events.title,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timeZone: events.timeZone,
};
const latestFirst = keyset('desc', events.startsAt, events.id);
const hasEnded = sql<boolean>`${events.endsAt} <= now()`;
/** Called off, or not out: nobody met. */
const isHeld = sql`${events.state} in ('published', 'closed')`;

/** The condition that somebody spoke for a group when the council was over. `spoken`: a row of `delegates`. */
function spokeAt(spoken: SQL): SQL {
  return sql`${spoken}.coalition_id = ${councils.coalitionId} and ${spoken}.named_at <= ${events.endsAt}
    and (${spoken}.ended_at is null or ${spoken}.ended_at > ${events.endsAt})`;
}

/** The councils of a coalition, latest first, for those who stand in it. */
export async function listCouncils(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const coalition = await findCoalition(ctx, slug);
  if (!coalition.isInside) throw new NotFound('councils');
  const once = (count: SQL) => sql<number | null>`case when ${hasEnded} then (${count}) end`;
  const rows = await ctx.db
    .select({
      ...gathering,
      hasEnded,
      owedCount: once(
        sql`select count(distinct spoken.group_id)::int from ${delegates} spoken where ${spokeAt(sql`spoken`)}`,
      ),
      reportedCount: once(
        sql`select count(*)::int from ${councilReports} told where told.event_id = ${events.id}`,
      ),
      cursor: latestFirst.cursor,
    })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .where(and(eq(councils.coalitionId, coalition.id), isHeld, latestFirst.after(after)))
    .orderBy(...latestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

type Named = { slug: string; other: string };

/** The councils at which somebody spoke for a group, with what its members were told of them; for these alone. */
export async function listReportsBack(
  ctx: Context,
  { slug, other }: Named,
  { after, limit = 20 }: PageQuery,
) {
  const group = await findGroup(ctx, slug);
  if (group.myRole === null) throw new NotFound('reports');
  const coalition = await findCoalitionOf(ctx.db, group.id, other);
  const dueAt = sql<Date>`(${events.endsAt} + make_interval(days => ${DAYS_TO_REPORT}))`.mapWith(
    events.endsAt,
  );
  const rows = await ctx.db
    .select({
      ...gathering,
      dueAt,
      isOverdue: sql<boolean>`${councilReports.eventId} is null and ${dueAt} < now()`,
      text: councilReports.text,
      by: nameIn(councilReports.writtenBy, sql`${group.id}::uuid`),
      writtenAt: councilReports.writtenAt,
      cursor: latestFirst.cursor,
    })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .leftJoin(
      councilReports,
      and(eq(councilReports.eventId, councils.eventId), eq(councilReports.groupId, group.id)),
    )
    .where(
      and(
        eq(councils.coalitionId, coalition.id),
        isHeld,
        hasEnded,
        sql`exists (select from ${delegates} spoken where spoken.group_id = ${group.id} and ${spokeAt(sql`spoken`)})`,
        latestFirst.after(after),
      ),
    )
    .orderBy(...latestFirst.order)
    .limit(limit + 1);
  const mayReport = await speaksOrSpoke(ctx, coalition.id, group.id);
  return { ...pageOf(rows, limit), coalition, can: { report: mayReport && !group.isFrozen } };
}

/** Whether the viewer speaks for a group in a coalition, or did. */
export async function speaksOrSpoke({ db, viewer }: ReadContext, coalitionId: string, groupId: string) {
  const own = and(
    eq(delegates.coalitionId, coalitionId),
    eq(delegates.groupId, groupId),
    eq(delegates.accountId, viewer.id),
  );
  return (await db.select({ id: delegates.id }).from(delegates).where(own).limit(1)).length > 0;
}

/** A council by its event. */
export async function findCouncil(db: Queryable, coalitionId: string, eventSlug: string) {
  const [council] = await db
    .select({ eventId: councils.eventId, hasEnded })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .where(and(eq(councils.coalitionId, coalitionId), eq(events.slug, eventSlug), isHeld));
  if (!council) throw new NotFound('council');
  return council;
}

/** Councils that are over, about which nobody was told yet. */
export function listUntold(db: Queryable) {
  return db
    .select({ eventId: councils.eventId, coalitionId: councils.coalitionId })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .where(and(sql`${councils.toldAt} is null`, isHeld, hasEnded))
    .limit(100);
}

/** Those who spoke at a council and still do, with the day by which their groups wait for a report. */
export function listOwing(db: Queryable, eventId: string) {
  return db
    .select({
      id: delegates.id,
      groupId: delegates.groupId,
      accountId: delegates.accountId,
      dueOn: sql<string>`to_char(${events.endsAt} + make_interval(days => ${DAYS_TO_REPORT}), 'YYYY-MM-DD')`,
    })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .innerJoin(delegates, and(spokeAt(sql`${delegates}`), sql`${delegates.endedAt} is null`))
    .where(eq(councils.eventId, eventId));
}
