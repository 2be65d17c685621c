import { eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { visibleTo } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { allowances } from '../../limits/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';

const newestFirst = keyset('desc', allowances.givenAt, allowances.subjectId);

/** What was allowed on top of the quotas, newest first. */
export async function listAllowances(ctx: Context, { after, limit = 20 }: PageQuery) {
  const rows = await ctx.db
    .select({
      id: allowances.subjectId,
      kind: sql<'account' | 'group'>`case when ${accounts.id} is null then 'group' else 'account' end`,
      name: sql<
        string | null
      >`coalesce(${accounts.name}, case when ${visibleTo(ctx)} then ${groups.name} end)`,
      times: allowances.times,
      givenAt: allowances.givenAt,
      cursor: newestFirst.cursor,
    })
    .from(allowances)
    .leftJoin(accounts, eq(accounts.id, allowances.subjectId))
    .leftJoin(groups, eq(groups.id, allowances.subjectId))
    .where(newestFirst.after(after))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}
