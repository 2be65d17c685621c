import { and, desc, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor, type PageQuery } from '../../paging.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { groupBans } from '../tables.ts';

/** Who may not come back, newest first; for those who manage the members. */
export async function listBans(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('bans');
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({
      accountId: groupBans.accountId,
      name: accounts.name,
      bannedAt: groupBans.bannedAt,
      cursorAt: sql<string>`${groupBans.bannedAt}::text`,
    })
    .from(groupBans)
    .innerJoin(accounts, eq(accounts.id, groupBans.accountId))
    .where(
      and(
        eq(groupBans.groupId, group.id),
        cursor
          ? sql`(${groupBans.bannedAt}, ${groupBans.accountId}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(groupBans.bannedAt), desc(groupBans.accountId))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ cursorAt, accountId }) => [cursorAt, accountId]);
}
