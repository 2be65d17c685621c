import { desc, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { visibleTo } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { allowances } from '../../limits/tables.ts';
import { pageOf, readCursor, type PageQuery } from '../../paging.ts';

/** What was allowed on top of the quotas, newest first. */
export async function listAllowances(ctx: Context, { after, limit = 20 }: PageQuery) {
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({
      id: allowances.subjectId,
      kind: sql<'account' | 'group'>`case when ${accounts.id} is null then 'group' else 'account' end`,
      name: sql<
        string | null
      >`coalesce(${accounts.name}, case when ${visibleTo(ctx)} then ${groups.name} end)`,
      times: allowances.times,
      givenAt: allowances.givenAt,
      cursorAt: sql<string>`${allowances.givenAt}::text`,
    })
    .from(allowances)
    .leftJoin(accounts, eq(accounts.id, allowances.subjectId))
    .leftJoin(groups, eq(groups.id, allowances.subjectId))
    .where(
      cursor
        ? sql`(${allowances.givenAt}, ${allowances.subjectId}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
        : undefined,
    )
    .orderBy(desc(allowances.givenAt), desc(allowances.subjectId))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.cursorAt, row.id]);
}
