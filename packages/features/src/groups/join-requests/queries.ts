import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor, type PageQuery } from '../../paging.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { joinRequests } from '../tables.ts';

/** Who waits to be let in, longest first; for those who decide. */
export async function listJoinRequests(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('requests');
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({
      id: joinRequests.id,
      accountId: joinRequests.accountId,
      name: accounts.name,
      questions: joinRequests.questions,
      answers: joinRequests.answers,
      askedAt: joinRequests.askedAt,
      cursorAt: sql<string>`${joinRequests.askedAt}::text`,
    })
    .from(joinRequests)
    .innerJoin(accounts, eq(accounts.id, joinRequests.accountId))
    .where(
      and(
        eq(joinRequests.groupId, group.id),
        isNull(joinRequests.decidedAt),
        cursor
          ? sql`(${joinRequests.askedAt}, ${joinRequests.id}) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(joinRequests.askedAt), asc(joinRequests.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ cursorAt, id }) => [cursorAt, id]);
}
