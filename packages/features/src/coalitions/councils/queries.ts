import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
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
/** Neither called off nor hidden, and out. */
const isStanding = sql`${events.state} in ('published', 'closed') and ${events.hiddenAt} is null`;

/** The condition that somebody spoke for a group when the council was over. `spoken`: a row of `delegates`. */
export function spokeAt(spoken: SQL): SQL {
  return sql`${spoken}.coalition_id = ${councils.coalitionId} and ${spoken}.named_at <= ${events.endsAt}
    and (${spoken}.ended_at is null or ${spoken}.ended_at > ${events.endsAt})`;
}

/** The councils of a coalition, latest first, for those who stand in it; how many reported is for its own members. */
export async function listCouncils(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const coalition = await findCoalition(ctx, slug);
  if (!coalition.isInside) throw new NotFound('councils');
  const isOwn = coalition.myRole !== null;
  const once = (count: SQL) => sql<number | null>`case when ${isOwn} and ${hasEnded} then (${count}) end`;
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
    .where(and(eq(councils.coalitionId, coalition.id), isStanding, latestFirst.after(after)))
    .orderBy(...latestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

type Named = { slug: string; other: string };

/** The councils at which somebody spoke for a group, with what its members were told of them; for these alone. */
export async function listReportsBack(ctx: Context, named: Named, { after, limit = 20 }: PageQuery) {
  const { group, coalition } = await findOwnCoalition(ctx, named);
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
        isStanding,
        hasEnded,
        sql`exists (select from ${delegates} spoken where spoken.group_id = ${group.id} and ${spokeAt(sql`spoken`)})`,
        latestFirst.after(after),
      ),
    )
    .orderBy(...latestFirst.order)
    .limit(limit + 1);
  const mayReport = await speaksFor(ctx, { coalitionId: coalition.id, groupId: group.id });
  return { ...pageOf(rows, limit), coalition, can: { report: mayReport && !group.isFrozen } };
}

/**
 * A coalition of a group's, as a member of the group may know of it: while the group is in it, or once somebody spoke for
 * it there; and not while it is hidden.
 */
export async function findOwnCoalition({ db, viewer }: ReadContext, { slug, other }: Named) {
  const group = await findGroup({ db, viewer }, slug);
  if (group.myRole === null) throw new NotFound('reports');
  const coalition = await findCoalitionOf(db, group.id, other);
  const isIn = coalition.state === 'accepted' || coalition.state === 'suspended';
  const spoken = isIn
    ? []
    : await db.select({ id: delegates.id }).from(delegates).where(isFor(coalition.id, group.id)).limit(1);
  if (coalition.isHidden || (!isIn && spoken.length === 0)) throw new NotFound('reports');
  return { group, coalition };
}

/** Whether the viewer speaks for a group in a coalition now, or, if a council is named, did when that was over. */
export async function speaksFor({ db, viewer }: ReadContext, { coalitionId, groupId, eventId }: Speaking) {
  const spokeThen = sql`exists (select from ${councils} join ${events} on ${events.id} = ${councils.eventId}
    where ${councils.eventId} = ${eventId ?? null}::uuid and ${spokeAt(sql`${delegates}`)})`;
  const own = and(
    isFor(coalitionId, groupId),
    eq(delegates.accountId, viewer.id),
    or(isNull(delegates.endedAt), spokeThen),
  );
  return (await db.select({ id: delegates.id }).from(delegates).where(own).limit(1)).length > 0;
}
type Speaking = { coalitionId: string; groupId: string; eventId?: string };

function isFor(coalitionId: string, groupId: string) {
  return and(eq(delegates.coalitionId, coalitionId), eq(delegates.groupId, groupId));
}

/** A council by its event. */
export async function findCouncil(db: Queryable, coalitionId: string, eventSlug: string) {
  const [council] = await db
    .select({ eventId: councils.eventId, hasEnded })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .where(and(eq(councils.coalitionId, coalitionId), eq(events.slug, eventSlug), isStanding));
  if (!council) throw new NotFound('council');
  return council;
}

/** Councils that are over, about which nobody was told yet. */
export function listUntold(db: Queryable) {
  return db
    .select({ eventId: councils.eventId })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .where(and(isNull(councils.toldAt), isStanding, hasEnded))
    .orderBy(asc(events.endsAt))
    .limit(100);
}

/** Who spoke at a council and still does, and the day by which their groups wait for a report, where it was held. */
export async function listOwing(db: Queryable, eventId: string) {
  const rows = await db
    .select({
      id: delegates.id,
      on: sql<string>`to_char((${events.endsAt} + make_interval(days => ${DAYS_TO_REPORT})) at time zone ${events.timeZone}, 'YYYY-MM-DD')`,
    })
    .from(councils)
    .innerJoin(events, eq(events.id, councils.eventId))
    .innerJoin(delegates, and(spokeAt(sql`${delegates}`), isNull(delegates.endedAt)))
    .where(eq(councils.eventId, eventId));
  return { ids: rows.map(({ id }) => id), on: rows[0]?.on };
}
