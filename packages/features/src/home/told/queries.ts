import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { visibleTo } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { isUnseen } from '../../notices/queries.ts';
import { noticeRows } from '../../notices/tables.ts';
import type { PageQuery } from '../../paging.ts';

const newestFirst = keyset('desc', noticeRows.id);
/** Nobody counts further. */
const MANY = 100;

/** What the viewer was told, newest first; without what waits, which is read where it lies. */
export async function listNotices(ctx: Context, { after, limit = 20 }: PageQuery) {
  const { db, viewer } = ctx;
  const isSeen = sql<boolean>`coalesce(${visibleTo(ctx)}, false)`;
  const [rows, unseenCount] = await Promise.all([
    db
      .select({
        id: noticeRows.id,
        title: noticeRows.title,
        path: noticeRows.path,
        at: noticeRows.at,
        seenAt: noticeRows.seenAt,
        groupSlug: sql<string | null>`case when ${isSeen} then ${groups.slug} end`,
        groupName: sql<string | null>`case when ${isSeen} then ${groups.name} end`,
        cursor: newestFirst.cursor,
      })
      .from(noticeRows)
      .leftJoin(groups, eq(groups.id, noticeRows.groupId))
      .where(and(eq(noticeRows.accountId, viewer.id), noticeRows.isListed, newestFirst.after(after)))
      .orderBy(...newestFirst.order)
      .limit(limit + 1),
    countUnseen(ctx),
  ]);
  return { ...pageOf(rows, limit), unseenCount };
}

/** How much the viewer was told and did not see, up to a hundred. */
async function countUnseen({ db, viewer }: Context): Promise<number> {
  const few = db
    .select({ id: noticeRows.id })
    .from(noticeRows)
    .where(and(eq(noticeRows.accountId, viewer.id), isUnseen))
    .limit(MANY);
  return db.$count(few.as('few'));
}
