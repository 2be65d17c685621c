import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { visibleTo } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { isUnseen } from '../../notices/queries.ts';
import { toldNotices } from '../../notices/tables.ts';
import type { PageQuery } from '../../paging.ts';

const newestFirst = keyset('desc', toldNotices.id);
/** Nobody counts further. */
const MANY = 100;

/** What the viewer was told, newest first; without what waits, which is read where it lies. */
export async function listTold(ctx: Context, { after, limit = 20 }: PageQuery) {
  const { db, viewer } = ctx;
  const isSeen = sql<boolean>`coalesce(${visibleTo(ctx)}, false)`;
  const [rows, unseenCount] = await Promise.all([
    db
      .select({
        id: toldNotices.id,
        title: toldNotices.title,
        path: toldNotices.path,
        at: toldNotices.at,
        seenAt: toldNotices.seenAt,
        groupSlug: sql<string | null>`case when ${isSeen} then ${groups.slug} end`,
        groupName: sql<string | null>`case when ${isSeen} then ${groups.name} end`,
        cursor: newestFirst.cursor,
      })
      .from(toldNotices)
      .leftJoin(groups, eq(groups.id, toldNotices.groupId))
      .where(and(eq(toldNotices.accountId, viewer.id), toldNotices.isListed, newestFirst.after(after)))
      .orderBy(...newestFirst.order)
      .limit(limit + 1),
    countUnseen(ctx),
  ]);
  return { ...pageOf(rows, limit), unseenCount };
}

/** How much the viewer was told and did not see, up to a hundred. */
async function countUnseen({ db, viewer }: Context): Promise<number> {
  const few = db
    .select({ id: toldNotices.id })
    .from(toldNotices)
    .where(and(eq(toldNotices.accountId, viewer.id), isUnseen))
    .limit(MANY);
  return db.$count(few.as('few'));
}
