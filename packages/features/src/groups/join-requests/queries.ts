import { and, eq, isNull } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { joinRequests } from '../tables.ts';

const oldestFirst = keyset('asc', joinRequests.askedAt, joinRequests.id);

/** Who waits to be let in, longest first; for those who decide. */
export async function listJoinRequests(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('requests');
  const rows = await ctx.db
    .select({
      id: joinRequests.id,
      accountId: joinRequests.accountId,
      name: accounts.name,
      questions: joinRequests.questions,
      answers: joinRequests.answers,
      askedAt: joinRequests.askedAt,
      cursor: oldestFirst.cursor,
    })
    .from(joinRequests)
    .innerJoin(accounts, eq(accounts.id, joinRequests.accountId))
    .where(and(eq(joinRequests.groupId, group.id), isNull(joinRequests.decidedAt), oldestFirst.after(after)))
    .orderBy(...oldestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}
