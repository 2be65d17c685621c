import type { Queryable } from '@groundwork/database';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { NotFound } from '../errors.ts';
import { findGroup, isFrozen, visibleTo, type ReadContext } from '../groups/queries.ts';
import { carries, reaches, standing, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { coalitionGroups, coalitions } from './tables.ts';

/** One coalition as its viewer stands to it; what they may not see, and a group that is none, is not there (NotFound). */
export async function findCoalition(asker: ReadContext, slug: string) {
  const group = await findGroup(asker, slug);
  if (group.kind !== 'coalition') throw new NotFound('coalition');
  const [own] = await asker.db
    .select({
      seats: coalitions.seats,
      isReached: reaches(sql`${asker.viewer.id}::uuid`, sql`${group.id}::uuid`),
    })
    .from(coalitions)
    .where(eq(coalitions.groupId, group.id));
  if (!own) throw new NotFound('coalition');
  return { ...group, seats: own.seats, isInside: group.myRole !== null || own.isReached };
}
export type SeenCoalition = Awaited<ReturnType<typeof findCoalition>>;

/** How many groups are in it, and how many wait for an answer of its own. */
export async function countGroupsOf(db: Queryable, coalitionId: string) {
  const counted = (is: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${is})::int`;
  const [found] = await db
    .select({
      groupCount: counted(sql`${coalitionGroups.state} = 'accepted'`),
      proposalCount: counted(
        sql`${coalitionGroups.state} = 'proposed' and ${coalitionGroups.askedBy} = 'group'`,
      ),
    })
    .from(coalitionGroups)
    .where(eq(coalitionGroups.coalitionId, coalitionId));
  return found ?? { groupCount: 0, proposalCount: 0 };
}

/** The groups that the viewer manages and could bring in. */
export function listApplicants({ db, viewer }: ReadContext, coalitionId: string) {
  const isIn = sql`exists (select from ${coalitionGroups} own where own.coalition_id = ${coalitionId}
    and own.group_id = ${groups.id} and own.state <> 'left')`;
  return db
    .select({ slug: groups.slug, name: groups.name })
    .from(groups)
    .innerJoin(...standingOf(viewer.id))
    .where(and(carries('manage_group'), ne(groups.id, coalitionId), sql`not ${isFrozen}`, sql`not ${isIn}`))
    .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
    .limit(50);
}

/**
 * What stands between a coalition and a group, both by their addresses: from the side of who stands in one of the two, to
 * whom being asked makes the other known. Locked, if a change is to follow.
 */
export async function findBelonging(
  { db, viewer }: ReadContext,
  { coalitionId, groupId }: { coalitionId: string; groupId: string },
) {
  const [found] = await db
    .select({
      state: coalitionGroups.state,
      askedBy: coalitionGroups.askedBy,
      questions: coalitionGroups.questions,
      since: coalitionGroups.since,
      seats: coalitions.seats,
      isMember: standing.isMember,
      isSeen: sql<boolean>`${visibleTo({ viewer })}`,
    })
    .from(coalitionGroups)
    .innerJoin(coalitions, eq(coalitions.groupId, coalitionGroups.coalitionId))
    .innerJoin(groups, eq(groups.id, coalitionGroups.coalitionId))
    .leftJoin(...standingOf(viewer.id))
    .where(and(eq(coalitionGroups.coalitionId, coalitionId), eq(coalitionGroups.groupId, groupId)));
  return found ?? null;
}
