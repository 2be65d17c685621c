import type { Queryable } from '@groundwork/database';
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { nameIn, standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { directBlocks, directRefusals } from '../tables.ts';

/** Whether the viewer takes direct messages, and whom they blocked, the latest first: under the face they had there. */
export async function findOwnDirects({ db, viewer }: Context) {
  const [refusals, blocked] = await Promise.all([
    db.$count(directRefusals, eq(directRefusals.accountId, viewer.id)),
    db
      .select({
        accountId: directBlocks.blockedId,
        name: nameIn(directBlocks.blockedId, directBlocks.groupId),
        groupName: groups.name,
        blockedAt: directBlocks.at,
      })
      .from(directBlocks)
      // The name of a group that the viewer left is not theirs to read any more: it may be private.
      .leftJoin(groups, and(eq(groups.id, directBlocks.groupId), standsIn(viewer.id)))
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
