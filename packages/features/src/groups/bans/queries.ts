import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { groupBans } from '../tables.ts';

const newestFirst = keyset('desc', groupBans.bannedAt, groupBans.accountId);

/** Who may not come back, newest first; for those who manage the members. */
export async function listBans(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('bans');
  const rows = await ctx.db
    .select({
      accountId: groupBans.accountId,
      name: sql<string>`coalesce(${groupBans.name}, ${accounts.name})`,
      bannedAt: groupBans.bannedAt,
      cursor: newestFirst.cursor,
    })
    .from(groupBans)
    .innerJoin(accounts, eq(accounts.id, groupBans.accountId))
    .where(and(eq(groupBans.groupId, group.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}
