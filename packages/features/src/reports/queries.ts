import { and, asc, count, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { groupPolicy } from '../groups/policy.ts';
import { findGroup, visibleTo, type ReadContext } from '../groups/queries.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import type { ReportsQuery } from './contract.ts';
import { isToSite, reaches, reachesModerator, reachesSteward } from './reach.ts';
import { reportMakers, reports } from './tables.ts';

/** One report as whoever it reached reads it; for everyone else it is not there. */
export async function findReport(asker: ReadContext, id: string) {
  const { db, viewer } = asker;
  const [report] = await db
    .select({
      ...listed,
      groupId: reports.groupId,
      groupSlug: groups.slug,
      groupName: groups.name,
      /** Whether the viewer may know of the group, and go where the thing stands. */
      seesGroup: sql<boolean>`coalesce(${visibleTo({ viewer })}, false)`,
      isModerator: sql<boolean>`coalesce(${reachesModerator(viewer)}, false)`,
      isSiteSteward: sql<boolean>`coalesce(${reachesSteward(viewer)}, false)`,
      channelId: reports.channelId,
      subjectId: reports.subjectId,
      authorId: reports.authorId,
      address: reports.address,
      words: reports.words,
    })
    .from(reports)
    .leftJoin(groups, sql`${groups.id} = coalesce(${reports.groupId}, ${aboutGroup})`)
    .leftJoin(accounts, eq(accounts.id, reports.decidedBy))
    .where(and(eq(reports.id, id), reaches(viewer)));
  if (!report) throw new NotFound('report');
  return { ...shaped(report), notes: await listNotes(asker, id) };
}
export type SeenReport = Awaited<ReturnType<typeof findReport>>;

/** The reports of a group that reached this viewer. Who does not moderate there learns of none. */
export async function listReports(ctx: Context, slug: string, query: ReportsQuery) {
  const ofGroup = eq(reports.groupId, await findModerated(ctx, slug));
  return listWhere(ctx, and(ofGroup, reachesModerator(ctx.viewer)), query);
}

/** The reports that reached the stewards of the site. */
export async function listSiteReports(ctx: Context, query: ReportsQuery) {
  return listWhere(ctx, and(isToSite, reachesSteward(ctx.viewer)), query);
}

/** How many reports of a group wait for this viewer. */
export async function countReports(ctx: Context, slug: string) {
  const ofGroup = eq(reports.groupId, await findModerated(ctx, slug));
  return countWhere(ctx, and(ofGroup, reachesModerator(ctx.viewer)));
}

/** How many reports wait for this steward of the site. */
export async function countSiteReports(ctx: Context) {
  return countWhere(ctx, and(isToSite, reachesSteward(ctx.viewer)));
}

/** The group a report is about. */
const aboutGroup = sql`case when ${reports.subjectKind} = 'group' then ${reports.subjectId} end`;

/** Who decided shows the face they have in the group; nobody there is shown which steward of the site did. */
const deciderName = sql<string | null>`case
  when ${reports.groupId} is null then ${accounts.name}
  when not ${reports.isDecidedBySite} then ${nameIn(reports.decidedBy, reports.groupId)} end`;

const listed = {
  id: reports.id,
  kind: reports.subjectKind,
  title: reports.title,
  authorName: reports.authorName,
  excerpt: sql<string | null>`left(${reports.words}, 200)`,
  makerCount: sql<number>`(select count(*)::int from ${reportMakers} maker where maker.report_id = ${reports.id})`,
  strangerCount: sql<number>`(select count(*)::int from ${reportMakers} maker
    where maker.report_id = ${reports.id} and maker.account_id is null)`,
  isToSite: sql<boolean>`${isToSite}`,
  madeAt: reports.madeAt,
  deed: reports.decision,
  reason: reports.reason,
  byName: deciderName,
  isBySite: sql<boolean>`${reports.isDecidedBySite} or ${reports.groupId} is null`,
  decidedAt: reports.decidedAt,
};

async function findModerated(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.moderate(group)) throw new NotFound('reports');
  return group.id;
}

const oldestFirst = keyset('asc', reports.madeAt, reports.id);
const latestDecidedFirst = keyset('desc', reports.decidedAt, reports.id);

async function listWhere(
  { db }: Context,
  which: SQL | undefined,
  { state = 'open', after, limit = 20 }: ReportsQuery,
) {
  const isOpen = state === 'open';
  const keys = isOpen ? oldestFirst : latestDecidedFirst;
  const rows = await db
    .select({ ...listed, cursor: keys.cursor })
    .from(reports)
    .leftJoin(accounts, eq(accounts.id, reports.decidedBy))
    .where(and(which, isOpen ? isNull(reports.decidedAt) : isNotNull(reports.decidedAt), keys.after(after)))
    .orderBy(...keys.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  return { rows: page.rows.map(({ cursor: _, ...row }) => shaped(row)), next: page.next };
}

async function countWhere({ db }: Context, which: SQL | undefined) {
  const [row] = await db
    .select({ openCount: count() })
    .from(reports)
    .where(and(which, isNull(reports.decidedAt)));
  return { openCount: row?.openCount ?? 0 };
}

async function listNotes({ db }: ReadContext, reportId: string) {
  return db
    .select({ note: reportMakers.note, words: reportMakers.words, madeAt: reportMakers.madeAt })
    .from(reportMakers)
    .where(
      and(
        eq(reportMakers.reportId, reportId),
        sql`(${reportMakers.note} is not null or ${reportMakers.words} is not null)`,
      ),
    )
    .orderBy(asc(reportMakers.madeAt), asc(reportMakers.id))
    .limit(50);
}

type Decided = {
  deed: (typeof reports.$inferSelect)['decision'];
  reason: string | null;
  byName: string | null;
  isBySite: boolean;
  decidedAt: Date | null;
};

function shaped<Row extends Decided>({ deed, reason, byName, isBySite, decidedAt, ...report }: Row) {
  const decision = deed && { deed, reason: reason ?? '', byName, isBySite, at: decidedAt ?? new Date(0) };
  return { ...report, decision };
}
