import type { Queryable } from '@groundwork/database';
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { groups, memberships } from '../../groups/tables.ts';
import { directBlocks, directRefusals } from './tables.ts';

/** Whether the viewer takes direct messages, and whom they blocked, the latest first: under the face they had there. */
export async function findOwnDirects({ db, viewer }: Context) {
  const [refusals, blocked] = await Promise.all([
    db.$count(directRefusals, eq(directRefusals.accountId, viewer.id)),
    db
      .select({
        accountId: directBlocks.blockedId,
        // Who left the group has no face in it, and the account's own name was never the group's to show.
        name: sql<string | null>`case when ${memberships.accountId} is not null
          then coalesce(${memberships.name}, ${accounts.name}) end`,
        groupName: groups.name,
        blockedAt: directBlocks.at,
      })
      .from(directBlocks)
      .innerJoin(accounts, eq(accounts.id, directBlocks.blockedId))
      .leftJoin(
        memberships,
        and(eq(memberships.groupId, directBlocks.groupId), eq(memberships.accountId, directBlocks.blockedId)),
      )
      .leftJoin(groups, and(eq(groups.id, directBlocks.groupId), isIn(viewer.id)))
      .where(eq(directBlocks.accountId, viewer.id))
      .orderBy(desc(directBlocks.at), desc(directBlocks.blockedId))
      .limit(500),
  ]);
  return { isRefusing: refusals > 0, blocked };
}

/** Whether this account may begin a direct message with these others: none of them blocked the other, or takes none. */
export async function mayBegin(db: Queryable, accountId: string, others: string[]): Promise<boolean> {
  const isTheirs = and(inArray(directBlocks.accountId, others), eq(directBlocks.blockedId, accountId));
  const isOwn = and(eq(directBlocks.accountId, accountId), inArray(directBlocks.blockedId, others));
  const refused = await db.$count(directRefusals, inArray(directRefusals.accountId, [...others, accountId]));
  return refused === 0 && (await db.$count(directBlocks, or(isTheirs, isOwn))) === 0;
}

/** The name of a group that the viewer left is not theirs to read any more: it may be private. */
function isIn(accountId: string) {
  return sql`exists (select from ${memberships} own where own.group_id = ${groups.id} and own.account_id = ${accountId})`;
}
